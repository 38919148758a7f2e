import { MinutaError } from '../../shared/errors/errors.ts'
import type { MeetingId } from '../../shared/ids/ids.ts'
import type { WaitingWords } from '../../shared/meeting/late-words.ts'
import { can } from '../../shared/permissions/can.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import { besideUpdate, wordsOfUpdate } from '../../shared/text/words-of-update.ts'
import type { Commander } from '../access/command-route.ts'
import type { Commands } from '../commands/commands.ts'
import { requireRight } from '../draft/current-rights.ts'
import { draftRoom, ledgerRoom, notesRoom } from '../draft/room-names.ts'
import type { Journal, LateWords, SettledWords } from '../journal/journal.ts'
import type { Registry } from '../registry/registry.ts'
import { RefusedUpdate } from '../sync/incoming.ts'
import { countChange } from './late-words-signal.ts'

/** What is shown of one sender's words in the list. */
const SHOWN_CHARS = 2000
/** Places of one sender's words that are told: more than an hour's. */
const BESIDE = 500

/** What deciding about late words works with. */
export interface LateWordsContext {
  readonly registry: Registry
  readonly commands: Commands
  readonly journal: Journal
}

/** Words that came too late for their member's role or phase: the chair decides (SY11). */
export class LateWordsDesk {
  readonly #context: LateWordsContext
  /** Decided since this server started: of two at once, who looked before the other had decided is told so. */
  readonly #decided = new Set<string>()

  constructor(context: LateWordsContext) {
    this.#context = context
  }

  /** Gives what waits in a meeting, oldest first. */
  async list(by: MemberPrincipal): Promise<WaitingWords[]> {
    this.#allow(by)
    const waiting = await this.#waiting(by.meeting)
    return waiting.map(({ id, room, member, at, update }) => ({
      ...{ id, member, at, room: room.slice(`m/${by.meeting}/`.length) },
      ...shown(wordsOfUpdate(update)),
      beside: besideUpdate(update, BESIDE).map(({ client, clock }) => [client, clock] as const),
    }))
  }

  /** Admits them as a whole, gives out their text, or drops them; gives the text. */
  async settle(
    { meeting, principal, key }: Commander,
    id: string,
    outcome: SettledWords['outcome'],
  ): Promise<{ words: string }> {
    this.#allow(principal)
    const command = { meeting, by: principal, key, name: `late-words-${outcome}-${id}` }
    // First: an answer that was lost on its way is given again, though the words are no longer waiting.
    const known = await this.#context.commands.resultOf<{ words: string }>(command)
    if (known !== null) return known.result
    const found = (await this.#waiting(meeting)).find((each) => each.id === id)
    if (found === undefined)
      throw new MinutaError('not-found', 'Somebody has decided about these words already.')
    const ledger = ledgerRoom(meeting)
    const result = await this.#context.commands.run({
      ...command,
      rooms: [found.room, ledger],
      carryOut: (work) => {
        requireRight(this.#context.registry, principal, 'admit-late-words')
        if (this.#decided.has(id))
          throw new MinutaError('conflict', 'Somebody has decided about these words already.')
        if (outcome === 'admitted') admit(() => work.admitLate(found))
        work.settle(found, outcome)
        work.write(ledger, (_, doc) => countChange(doc))
        return { words: wordsOfUpdate(found.update) }
      },
    })
    this.#decided.add(id)
    return result
  }

  async #waiting(meeting: MeetingId): Promise<LateWords[]> {
    const topics = Object.keys(this.#context.registry.meeting(meeting)?.topics ?? {})
    const rooms = [...topics.map((topic) => notesRoom(meeting, topic)), draftRoom(meeting)]
    const found = await Promise.all(rooms.map((room) => this.#context.journal.lateWords(room)))
    return found.flat().sort((one, other) => one.at - other.at)
  }

  #allow(by: MemberPrincipal): void {
    const facts = this.#context.registry.facts(by.meeting)
    if (facts === null || !can(by, 'admit-late-words', facts)) throw new MinutaError('forbidden')
  }
}

function shown(words: string): { words: string; length: number } {
  return { words: words.slice(0, SHOWN_CHARS), length: words.length }
}

function admit(apply: () => boolean): void {
  let isNew = false
  try {
    isNew = apply()
  } catch (error) {
    if (!(error instanceof RefusedUpdate)) throw error
  }
  if (!isNew)
    throw new MinutaError('conflict', 'These words no longer fit the text. Take their text instead.')
}
