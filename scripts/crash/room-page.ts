import { WebSocket } from 'ws'
import { RoomClient } from '../../client/sync/room-client.ts'

/** Opens the topic's notes with the product's own client, under a sign-in, as a page without a browser. */
export function openRoomPage(url: string, member: string, signIn: string): RoomClient {
  class SignedInSocket extends WebSocket {
    constructor(address: string | URL) {
      super(address, { headers: { authorization: `Bearer ${signIn}` } })
    }
  }
  return new RoomClient({
    room: 'm/m1/notes/t1',
    member,
    writes: true,
    ports: {
      url: `${url.replace(/^http/, 'ws')}/sync`,
      WebSocket: SignedInSocket as never,
      openCache: async () => null,
      now: () => Date.now(),
      listen: () => () => {},
    },
  })
}
