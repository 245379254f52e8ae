import assert from 'node:assert/strict'
import { Progress } from '../../examples/pipeline/progress.ts'

/** A stream that remembers what was written. */
function stream(isTTY: boolean): { isTTY: boolean; text: string; write: (text: string) => boolean } {
  return {
    isTTY,
    text: '',
    write(text) {
      this.text += text
      return true
    },
  }
}

describe('the progress of the pipeline example', () => {
  const work = { folder: '/folder', workers: 2 }

  it('is one line that is written again and again on a terminal, and wiped out at the end', () => {
    const terminal = stream(true)
    const progress = new Progress(terminal, 200)
    progress.begin(work)
    progress.show(150)
    progress.end()
    const clear = '\r\x1b[K'
    assert.equal(
      terminal.text,
      `Hashing 200 files of /folder with 2 workers\n${clear}150 of 200 files, 75 %${clear}`,
    )
  })

  it('is not written more often than one can read it', () => {
    const terminal = stream(true)
    const progress = new Progress(terminal, 200)
    for (let finished = 0; finished < 200; finished++) progress.show(finished)
    assert.ok(terminal.text.split('\r').length < 20)
  })

  it('is not shown elsewhere', () => {
    const file = stream(false)
    const progress = new Progress(file, 1)
    progress.begin(work)
    progress.show(1)
    progress.end()
    assert.equal(file.text, 'Hashing 1 file of /folder with 2 workers\n')
  })
})
