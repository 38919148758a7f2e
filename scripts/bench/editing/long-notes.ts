import * as Y from 'yjs'
import { END } from '../../../shared/text/atom.ts'
import { Random } from '../../fuzz/random.ts'
import type { Target } from '../load/client.ts'
import { minutaCaret } from '../load/frames.ts'
import { Person } from '../soak/person.ts'

/** Lines of the notes, and how long each is: 100 kB in all, as budgets.md has it. */
export const LINES = 2000
const WORDS = 'the mechanism asks for data that are compared between States each year and published '
const KINDS = ['trend', 'good-practice', 'lesson', 'challenge', 'recommendation'] as const
const LINES_A_SPEAKER = 5
const LINE_LENGTH = 50

/** Makes the notes of a long session, as one update. */
export function longNotes(): Uint8Array {
  const doc = new Y.Doc()
  const text = doc.getText('text')
  const random = new Random(7)
  doc.transact(() => {
    for (let line = 0; line < LINES; line++) {
      const entries: [string, unknown][] = [
        ['id', lineId(line)],
        ['v', 1],
        ['speaker', `guest:Speaker ${Math.floor(line / LINES_A_SPEAKER) % 40}`],
      ]
      if (line % LINES_A_SPEAKER === 0) entries.push(['lead', '1'])
      if (line % 3 === 0) entries.push(['kind', KINDS[line % KINDS.length]])
      const from = Math.floor(random.next() * WORDS.length)
      text.insertEmbed(text.length, new Y.Map(entries))
      text.insert(text.length, (WORDS.slice(from) + WORDS).slice(0, LINE_LENGTH))
      text.insertEmbed(text.length, END)
    }
  })
  return Y.encodeStateAsUpdate(doc)
}

/** Gives the id of a line of the notes. */
export function lineId(line: number): string {
  return `line-${line}`
}

/** Somebody with y-websocket's own provider, who types at the end of a line of their own and shows the caret there. */
export class Writer {
  readonly #person: Person
  #at: Y.RelativePosition
  #typed = 0

  private constructor(person: Person, line: number) {
    this.#person = person
    // A marker, the words and an end for each line before it; then its own marker and words.
    const end = line * (LINE_LENGTH + 2) + 1 + LINE_LENGTH
    this.#at = Y.createRelativePositionFromTypeIndex(person.text, end, -1)
  }

  /** Comes into the room, where nothing was typed in the notes yet; resolves once all their text is there. */
  static async connect(target: Target, room: string, member: number): Promise<Writer> {
    const person = await come(target, room, member)
    return new Writer(person, Math.floor((LINES / 40) * (member + 0.5)))
  }

  type(): void {
    const { doc, text, provider } = this.#person
    const index = Y.createAbsolutePositionFromRelativePosition(this.#at, doc)?.index
    if (index === undefined) throw new Error('The line of a writer is gone.')
    text.insert(index, WORDS[this.#typed++ % WORDS.length] as string)
    this.#at = Y.createRelativePositionFromTypeIndex(text, index + 1, -1)
    provider.awareness.setLocalState({ ...minutaCaret(doc.clientID, this.#typed - 1) })
  }

  leave(): void {
    this.#person.leave()
  }
}

/** Puts the notes into an empty room, and stays: the server keeps the room open. */
export async function seed(target: Target, room: string, member: number, notes: Uint8Array): Promise<Person> {
  const person = await come(target, room, member)
  Y.applyUpdate(person.doc, notes)
  return person
}

function come(target: Target, room: string, member: number): Promise<Person> {
  const person = new Person(target, room, member, new Random(member))
  return new Promise((resolve, reject) => {
    person.provider.on('sync', (isSynced: boolean) => {
      if (isSynced) resolve(person)
    })
    person.provider.on('closed', ({ code }) => reject(new Error(`${room} was closed with ${code}.`)))
  })
}
