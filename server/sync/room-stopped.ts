import type { RoomName } from '../../shared/ids/ids.ts'

/** The room stopped while somebody waited for it; it can be opened again. */
export class RoomStopped extends Error {
  constructor(name: RoomName) {
    super(`Room ${name} has stopped.`)
    this.name = 'RoomStopped'
  }
}
