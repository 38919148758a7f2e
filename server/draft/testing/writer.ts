import * as Y from 'yjs'
import type { MemberId, RoomName } from '../../../shared/ids/ids.ts'
import { MESSAGE, readClientFrame, SYNC, syncFrame } from '../../../shared/protocol/messages.ts'
import type { Attributes, Block } from '../../../shared/text/block.ts'
import { blockLength } from '../../../shared/text/block.ts'
import { keepFormatting } from '../../../shared/text/keep-formatting.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { type NewPiece, type Piece, replaceBlocks } from '../../../shared/text/replace-blocks.ts'
import { Connection } from '../../sync/connection.ts'
import type { Socket } from '../../sync/ports.ts'
import type { SimMeeting } from './sim-meeting.ts'

/** A member who writes in one room over a real connection, by an editor's own means but without an editor. */
export class Writer {
  readonly name: string
  readonly doc = new Y.Doc()
  readonly refusals: string[] = []
  #connection: Connection | null = null

  private constructor(name: string) {
    this.name = name
    keepFormatting(this.doc)
    this.doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'server') this.#connection?.receive(syncFrame(SYNC.update, update))
    })
  }

  static async enter(meeting: SimMeeting, name: string, room: RoomName, client?: number): Promise<Writer> {
    const writer = new Writer(name)
    if (client !== undefined) writer.doc.clientID = client
    await writer.goOnline(meeting, room)
    return writer
  }

  get isOnline(): boolean {
    return this.#connection !== null
  }

  /** Connects, and brings both sides to the same state. */
  async goOnline(meeting: SimMeeting, name: RoomName): Promise<void> {
    const room = await meeting.room(name)
    const member = {
      id: this.name as MemberId,
      name: this.name,
      role: 'rapporteur',
      mechanism: null,
      colour: 0,
    }
    const socket: Socket = {
      send: (frame) => this.#receive(frame),
      close: (_code, reason) => this.#handleClosed(reason),
      bufferedBytes: 0,
    }
    this.#connection = new Connection(socket, { member, mayWrite: true }, meeting.clock)
    this.#connection.enter(room)
    this.#connection.receive(syncFrame(SYNC.step1, Y.encodeStateVector(this.doc)))
    await meeting.clock.advance(50)
  }

  goOffline(): void {
    this.#connection?.handleClosed()
    this.#connection = null
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

  #replace(
    item: string | undefined,
    ...change: [Block[], number, number, Parameters<typeof replaceBlocks>[5]]
  ): void {
    this.doc.transact((transaction) => replaceBlocks(transaction, this.text(item), ...change))
  }

  #receive(frame: Uint8Array): void {
    // Presence and such are other frames.
    if (frame[0] !== MESSAGE.sync) return
    const read = readClientFrame(frame)
    if (read.kind === 'update') Y.applyUpdate(this.doc, read.update, 'server')
    else if (read.kind === 'step1') {
      const missing = Y.encodeStateAsUpdate(this.doc, read.stateVector)
      this.#connection?.receive(syncFrame(SYNC.step2, missing))
    }
  }

  #handleClosed(reason: string): void {
    if (!/storage|broken|again/.test(reason)) this.refusals.push(reason)
    this.goOffline()
  }
}
