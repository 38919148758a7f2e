import * as decoding from 'lib0/decoding'
import { MESSAGE, SYNC } from '../../shared/protocol/messages.ts'

/** What a provider needs of a socket's class. */
export type SocketClass = typeof WebSocket

/** Who wants to know what leaves. */
export interface SendObserver {
  readonly clientID: number
  /** An update frame left; `isAnswer`: it is everything that the server lacked. */
  sent(isAnswer: boolean): void
}

/**
 * Gives a class of sockets that says which update frames leave, so that `stored` can be read to the frame. A provider
 * also repeats to the server what it hears of others' presence; the server knows it already, so that stays here.
 */
export function observedSocket(Base: SocketClass, observer: SendObserver): SocketClass {
  return class ObservedSocket extends Base {
    override send(data: Uint8Array<ArrayBuffer>): void {
      if (data[0] === MESSAGE.awareness && !names(data, observer.clientID)) return
      super.send(data)
      if (data[0] !== MESSAGE.sync) return
      if (data[1] === SYNC.step2) observer.sent(true)
      else if (data[1] === SYNC.update) observer.sent(false)
    }
  }
}

/** Whether a presence is about this client: a provider sends its own alone, or those of others. */
function names(frame: Uint8Array, clientID: number): boolean {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  const update = decoding.createDecoder(decoding.readVarUint8Array(decoder))
  const count = decoding.readVarUint(update)
  for (let entry = 0; entry < count; entry++) {
    if (decoding.readVarUint(update) === clientID) return true
    decoding.readVarUint(update)
    decoding.readVarString(update)
  }
  return false
}
