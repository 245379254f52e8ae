import assert from 'node:assert/strict'
import { findings, isOurs } from '../../scripts/memory/valgrind.mjs'

const ADDON = '/x/build/Release/czmq.node'
const NODE = '/usr/bin/node'
const ALLOCATOR = '/usr/libexec/valgrind/vgpreload_memcheck-amd64-linux.so'

/** An error as valgrind writes it. */
function error(kind: string, ...frames: [object: string, name: string][]): string {
  const stack = frames.map(
    ([object, name]) => `<frame><ip>0x1</ip><obj>${object}</obj><fn>${name}</fn></frame>`,
  )
  return `<error><unique>0x1</unique><kind>${kind}</kind><what>something</what><stack>${stack.join('\n')}</stack></error>`
}

describe('what valgrind finds', () => {
  it('is read from its XML', () => {
    const xml = `<valgrindoutput>${error('InvalidRead', [ADDON, 's_drain'])}\n${error('Leak_DefinitelyLost')}</valgrindoutput>`
    assert.deepEqual(findings(xml), [
      { kind: 'InvalidRead', text: 'something', frames: [{ object: ADDON, name: 's_drain' }] },
      { kind: 'Leak_DefinitelyLost', text: 'something', frames: [] },
    ])
  })

  const cases: [what: string, ours: boolean, xml: string][] = [
    [
      'memory of the addon that is lost',
      true,
      error('Leak_DefinitelyLost', [ALLOCATOR, 'malloc'], [ADDON, 's_watch']),
    ],
    [
      'a reference that the addon made',
      true,
      error(
        'Leak_DefinitelyLost',
        [ALLOCATOR, 'operator new(unsigned long)'],
        [NODE, 'napi_create_reference'],
        [ADDON, 's_watch'],
      ),
    ],
    [
      'an external that is there at the end',
      false,
      error(
        'Leak_DefinitelyLost',
        [ALLOCATOR, 'operator new(unsigned long)'],
        [NODE, 'napi_create_external'],
        [ADDON, 's_watch'],
      ),
    ],
    [
      'memory of Node below a call of the addon',
      false,
      error('Leak_DefinitelyLost', [ALLOCATOR, 'malloc'], [NODE, 'uv_run']),
    ],
    [
      'a write behind the end by the addon',
      true,
      error('InvalidWrite', [ALLOCATOR, 'memcpy'], [ADDON, 's_drain']),
    ],
    [
      'a read of what libzmq has freed',
      true,
      error('InvalidRead', ['/lib/x86_64-linux-gnu/libzmq.so.5', '?']),
    ],
    [
      "the collector's look at the stack",
      false,
      error('UninitCondition', [NODE, 'heap::base::Stack'], [ADDON, 's_drain']),
    ],
    ['a decision of the addon on nothing', true, error('UninitCondition', [ADDON, 's_drain'])],
  ]
  for (const [what, ours, xml] of cases) {
    it(`${what} is ${ours ? 'ours' : 'not ours'}`, () => {
      assert.deepEqual(findings(xml).map(isOurs), [ours])
    })
  }
})
