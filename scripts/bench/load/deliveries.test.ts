import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { Deliveries } from './deliveries.ts'

/** Types characters under a clientID, one update for each. */
function typed(clientID: number, chars: string): Uint8Array[] {
  const doc = new Y.Doc()
  doc.clientID = clientID
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (const char of chars) doc.getText('text').insert(doc.getText('text').length, char)
  return updates
}

it('counts a character once for each receiver, however it arrives', () => {
  const deliveries = new Deliveries([7, 8])
  const [one, two, three] = typed(7, 'abc') as [Uint8Array, Uint8Array, Uint8Array]
  for (let index = 0; index < 3; index++) deliveries.sent(7, performance.now(), 2)
  const first = deliveries.receiver()
  const second = deliveries.receiver()
  first(one)
  first(Y.mergeUpdates([one, two]))
  first(three)
  second(Y.mergeUpdates([one, two, three]))
  expect(deliveries.count).toBe(6)
  expect(deliveries.expected).toBe(6)
})

it('passes over a typist’s own echo, what was typed before the measured time, and strangers', () => {
  const deliveries = new Deliveries([7, 8])
  const [one, two] = typed(7, 'ab') as [Uint8Array, Uint8Array]
  deliveries.sent(7, 0, 0)
  deliveries.sent(7, performance.now(), 2)
  const own = deliveries.receiver(7)
  const other = deliveries.receiver(8)
  for (const receive of [own, other]) for (const update of [one, two]) receive(update)
  other(typed(9, 'x')[0] as Uint8Array)
  expect(deliveries.count).toBe(1)
})
