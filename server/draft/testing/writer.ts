import * as Y from 'yjs'
import type { MemberId, RoomName } from '../../../shared/ids/ids.ts'
import { readClientFrame, syncFrame } from '../../../shared/protocol/messages.ts'
import type { Attributes, Block } from '../../../shared/text/block.ts'
import { blockLength } from '../../../shared/text/block.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { type NewPiece, type Piece, replaceBlocks } from '../../../shared/text/replace-blocks.ts'
import type { RefusedUpdate } from '../../sync/incoming.ts'
import type { Participant, Room } from '../../sync/room.ts'
import type { SimMeeting } from './sim-meeting.ts'

/** A member who writes in one room, by an editor's own means but without an editor. May be offline meanwhile. */
export class Writer implements Participant {
  readonly member
  readonly mayWrite = true
  readonly follows = true
  readonly watchesAuthorship = false
  readonly doc = new Y.Doc()
  readonly refusals: string[] = []
  #room: Room | null = null
  #count = 0

  private constructor(member: string) {
    this.member = { id: member as MemberId, name: member, role: 'rapporteur', mechanism: null, colour: 0 }
    keepFormatting(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#send(update, false)
    })
  }

  static async enter(meeting: SimMeeting, member: string, room: RoomName): Promise<Writer> {
    const writer = new Writer(member)
    await writer.goOnline(meeting, room)
    return writer
  }

  get isOnline(): boolean {
    return this.#room !== null
  }

  /** Brings both sides to the same state, then sends and follows. */
  async goOnline(meeting: SimMeeting, name: RoomName): Promise<void> {
    const room = await meeting.room(name)
    this.#room = room
    this.#count = 0
    room.join(this)
    const { doc } = room.document
    await meeting.settled(new Promise<void>((resolve, reject) => room.whenStored(resolve, reject)))
    Y.applyUpdate(this.doc, Y.encodeStateAsUpdate(doc, Y.encodeStateVector(this.doc)), 'server')
    this.#send(Y.encodeStateAsUpdate(this.doc, Y.encodeStateVector(doc)), true)
  }

  goOffline(): void {
    this.#room?.leave(this)
    this.#room = null
  }

  /** The notes' text, or an item's. */
  text(item?: string): Y.Text {
    if (item === undefined) return this.doc.getText('text')
    return (this.doc.getMap('items').get(item) as Y.Map<unknown>).get('text') as Y.Text
  }

  blocks(item?: string): Block[] {
    return renderBlocks(this.text(item))
  }

  /** Writes a line behind another one (-1: before all). */
  addLine(after: number, id: string, attributes: Attributes, words: string, item?: string): void {
    const blocks = this.blocks(item)
    const line = { id, attributes, pieces: [{ insert: words, formats: {} }] }
    this.#replace(item, blocks, after + 1, after + 1, [line])
  }

  /** Replaces a stretch of a line. */
  type(index: number, from: number, to: number, piece: NewPiece, item?: string): void {
    const blocks = this.blocks(item)
    const block = blocks[index] as Block
    const pieces: Piece[] = [
      { block: index, from: 0, to: from, formats: null },
      piece,
      { block: index, from: to, to: blockLength(block), formats: null },
    ]
    this.#replace(item, blocks, index, index + 1, [{ id: block.id, attributes: block.attributes, pieces }])
  }

  /** Sets what a line says of itself. */
  mark(index: number, attributes: Attributes, item?: string): void {
    const blocks = this.blocks(item)
    const block = blocks[index] as Block
    const pieces = [{ block: index, from: 0, to: blockLength(block), formats: null }]
    this.#replace(item, blocks, index, index + 1, [{ id: block.id, attributes, pieces }])
  }

  send(frame: Uint8Array): void {
    // Presence and such are other frames.
    if (frame[0] !== 0) return
    const read = readClientFrame(frame)
    if (read.kind === 'update') Y.applyUpdate(this.doc, read.update, 'server')
  }

  stored(): void {}

  refuse(error: RefusedUpdate): void {
    this.refusals.push(error.refusal)
  }

  interrupt(): void {
    this.#room = null
  }

  #replace(
    item: string | undefined,
    ...change: [Block[], number, number, Parameters<typeof replaceBlocks>[5]]
  ): void {
    this.doc.transact((transaction) => replaceBlocks(transaction, this.text(item), ...change))
  }

  #send(update: Uint8Array, isAnswer: boolean): void {
    // As over a socket: the bytes, not the document.
    const read = readClientFrame(syncFrame(isAnswer ? 1 : 2, update))
    if (read.kind !== 'update') throw new Error('An update was read as something else.')
    this.#room?.receive({ from: this, update: read.update, count: ++this.#count, isAnswer })
  }
}
