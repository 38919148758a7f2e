import { roomName } from '../contenders/bench-meetings.ts'
import { closeAll, connectAll, type LoadClient, type Target } from '../load/client.ts'
import { Deliveries } from '../load/deliveries.ts'
import { Typist } from '../load/typist.ts'
import { memberOf } from './with-server.ts'

/** A room full of people, some of whom type. */
export interface Crowd {
  readonly typists: readonly Typist[]
  /** Everybody, typists first. */
  readonly clients: readonly LoadClient[]
  readonly deliveries: Deliveries
  close(): Promise<void>
}

/** Fills the first room. Everybody follows what typists type from here on. */
export async function gather(target: Target, people: number, typing: number): Promise<Crowd> {
  const room = roomName(0)
  const typists: Typist[] = []
  for (let index = 0; index < typing; index++)
    typists.push(await Typist.connect(target, { room, member: memberOf(index) }))
  const readers = Array.from({ length: people - typing }, (_, index) => ({
    room,
    member: memberOf(typing + index),
  }))
  const clients = [...typists.map(({ client }) => client), ...(await connectAll(target, readers))]
  const deliveries = new Deliveries(typists.map(({ clientID }) => clientID))
  const typistIDs = new Set(typists.map(({ clientID }) => clientID))
  for (const client of clients)
    client.onUpdate = deliveries.receiver(typistIDs.has(client.clientID) ? client.clientID : null)
  return { typists, clients, deliveries, close: () => closeAll(clients) }
}
