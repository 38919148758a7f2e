import type { Kind } from '../../../shared/meeting/facts.ts'
import { KINDS } from '../../../shared/meeting/facts.ts'
import { fold } from '../../../shared/names/fold.ts'
import type { BlockChoice } from '../manners/blocks.ts'
import { kindOfCommand } from './command-key.ts'
import {
  findSpeakers,
  readSpeakerQuery,
  type SpeakerChoice,
  type SpeakerQuery,
  type TypedKey,
} from './speaker-query.ts'

/**
 * What keys mean in the notes. `text`: they type. `line`: single letters are commands (after Escape). `speaker`,
 * `kind`: a list is open under the caret and takes them; nothing of what is typed there is in the text.
 */
export type Capture = TextCapture | LineCapture | SpeakerCapture | KindCapture

export interface TextCapture {
  readonly mode: 'text'
}

export interface LineCapture {
  readonly mode: 'line'
}

/** `at`: asked by @ on an empty line; `closed`: by closing an intervention; `correct`: who said what stands there. */
export interface SpeakerCapture {
  readonly mode: 'speaker'
  readonly trigger: 'at' | 'closed' | 'correct'
  /** The line that gets the speaker. */
  readonly line: string
  readonly keys: readonly TypedKey[]
  readonly active: number
  readonly before: 'text' | 'line'
}

/** `slash`: asked by / at a line's start, for the selected lines; `tag`: for one line. */
export interface KindCapture {
  readonly mode: 'kind'
  readonly trigger: 'slash' | 'tag'
  readonly line: string
  readonly keys: readonly TypedKey[]
  readonly active: number
  readonly before: 'text' | 'line'
}

/** One line of the kind menu. */
export interface KindItem {
  readonly id: KindItemId
  readonly words: string
}
/** Marks of record, for the whole passage; `language` for the selected lines. `link`: copies the link to the line. */
export type KindItemId = Kind | 'none' | BlockChoice | MarkItemId | 'link'
const MARK_ITEMS = ['placed', 'sensitive', 'language', 'gloss', 'no-gloss'] as const
export type MarkItemId = (typeof MARK_ITEMS)[number]

/** Where the picker's names come from. */
export interface SpeakerSource {
  /** Alphabetically in the reader's language. */
  readonly choices: readonly SpeakerChoice[]
  /** Who spoke in this topic before the line, latest first. */
  readonly recent: readonly string[]
  readonly guest: (name: string) => SpeakerChoice
  /** Nobody at all, for what was said by somebody else than stands there. */
  readonly nobody: SpeakerChoice
}

/** What the speaker list shows now. */
export interface SpeakerList extends SpeakerQuery {
  readonly items: readonly SpeakerChoice[]
  /** The item that Enter takes; -1: none. */
  readonly active: number
}

/** A guest's name has at least so many letters. */
const SHORTEST_NAME = 2

/** Gives what the speaker list shows for the keys typed so far. */
export function listSpeakers(capture: SpeakerCapture, source: SpeakerSource): SpeakerList {
  const query = readSpeakerQuery(capture.keys, (words) => findSpeakers(source.choices, source.recent, words))
  const name = query.words.trim()
  const items = [...query.matches]
  if (query.matches.length === 0 && name.length >= SHORTEST_NAME) items.push(source.guest(name))
  if (capture.trigger === 'correct' && name === '') items.push(source.nobody)
  // Who goes on typing after closing an intervention types text, not a guest's name.
  const first = query.matches.length === 0 && capture.trigger === 'closed' ? -1 : 0
  return { ...query, items, active: Math.min(Math.max(capture.active, first), items.length - 1) }
}

/** Gives whoever spoke before the one who has the floor (`@@`). */
export function speakerBefore({ recent }: SpeakerSource): string | null {
  return recent[1] ?? recent[0] ?? null
}

/** Gives the lines of the kind menu for the keys typed so far; the first is the one that Enter takes. */
export function listKinds(capture: KindCapture, items: readonly KindItem[]): readonly KindItem[] {
  const [first, ...more] = capture.keys
  if (first === undefined) return items
  const asked: KindItemId | null = first.command === '0' ? 'none' : kindOfCommand(first.command)
  const typed = fold(capture.keys.map(({ text }) => text).join(''))
  return items
    .filter(({ id, words }) => {
      return (more.length === 0 && id === asked) || (typed !== '' && fold(words).startsWith(typed))
    })
    .sort((a, b) => Number(b.id === asked) - Number(a.id === asked))
}

/** Gives the text that stays in the line when a list is left without a choice. */
export function leftText(capture: SpeakerCapture | KindCapture): string {
  if (capture.trigger === 'correct' || capture.trigger === 'tag') return ''
  const sign = { at: '@', slash: '/', closed: '' }[capture.trigger]
  return sign + capture.keys.map(({ text }) => text).join('')
}

/** Tells whether a line of the kind menu is a mark of record. */
export function isMark(id: KindItemId): id is MarkItemId {
  return (MARK_ITEMS as readonly string[]).includes(id)
}

/** Tells whether a line of the kind menu is a kind. */
export function isKind(id: KindItemId): id is Kind {
  return (KINDS as readonly string[]).includes(id)
}
