import assert from 'node:assert/strict'
import fc from 'fast-check'
import { Agenda, type Appointment } from '../../src/zloop/agenda.ts'

function appointment(id: number, isTicket: boolean): Appointment {
  return { id, isTicket, delay: 0, left: 1, order: 0, call: () => 0 }
}

describe('the agenda of a zloop', () => {
  it('keeps the order of a sorted list, whatever is put, moved and removed', () => {
    const step = fc.record({ id: fc.nat(30), when: fc.nat(50), remove: fc.boolean() })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const agenda = new Agenda()
        const made = Array.from({ length: 31 }, (_, id) => appointment(id, id % 3 === 0))
        const model = new Map<number, { id: number; when: number; order: number }>()
        for (const [order, { id, when, remove }] of steps.entries()) {
          const each = made[id] as Appointment
          if (remove) agenda.remove(each)
          else agenda.put(each, when)
          model.delete(id)
          if (!remove) model.set(id, { id, when, order })
          const sorted = [...model.values()].sort((a, b) => a.when - b.when || a.order - b.order)
          assert.equal(agenda.first?.appointment.id, sorted[0]?.id)
          assert.equal(agenda.size, sorted.length)
          assert.equal(agenda.timers, sorted.filter((one) => one.id % 3 !== 0).length)
        }
        const sorted = [...model.values()].sort((a, b) => a.when - b.when || a.order - b.order)
        for (const { id, when } of sorted) {
          assert.deepEqual([agenda.first?.appointment.id, agenda.first?.when], [id, when])
          agenda.remove(made[id] as Appointment)
        }
        assert.equal(agenda.first, undefined)
      }),
      { numRuns: 300 },
    )
  })
})
