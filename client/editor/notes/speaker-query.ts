import type { Kind } from '../../../shared/meeting/facts.ts'
import { fold } from '../../../shared/names/fold.ts'
import { matchesSearch } from '../../../shared/names/search-forms.ts'
import { kindOfCommand } from './command-key.ts'

/** Somebody who may speak, as the picker lists them. */
export interface SpeakerChoice {
  /** What the line's `speaker` says then; empty: nobody. */
  readonly value: string
  readonly name: string
  readonly detail: string
  /** What they are found by, folded. */
  readonly forms: readonly string[]
}

/** A key that was pressed while the picker was open: nothing of it is in the text. */
export interface TypedKey {
  readonly text: string
  /** The command it stands for by letter or place. */
  readonly command: string | null
}

/** What the keys typed so far ask for. */
export interface SpeakerQuery {
  readonly words: string
  /** Who is meant, best first. */
  readonly matches: readonly SpeakerChoice[]
  readonly kind: Kind | null
  /** Space was pressed: the next letter may be the kind. */
  readonly awaitsKind: boolean
}

/**
 * Reads what was typed: words that begin a name, then Space and a kind in one go. What names somebody is a name: with
 * Costa Rica at the table "costa r" is not Costa Rica with a recommendation.
 */
export function readSpeakerQuery(
  keys: readonly TypedKey[],
  find: (words: string) => readonly SpeakerChoice[],
): SpeakerQuery {
  const typed = keys.map(({ text }) => text).join('')
  // Space at first asks for a kind of whoever stands first.
  const whole = typed.startsWith(' ') ? [] : find(typed)
  const endsInSpace = keys.at(-1)?.text === ' '
  if (whole.length > 0 && !endsInSpace) return { words: typed, matches: whole, kind: null, awaitsKind: false }
  if (endsInSpace) {
    const words = typed.trimEnd()
    return { words, matches: find(words), kind: null, awaitsKind: true }
  }
  const kind = kindOfCommand(keys.at(-1)?.command ?? null)
  if (kind === null || keys.at(-2)?.text !== ' ')
    return { words: typed, matches: [], kind: null, awaitsKind: false }
  const words = keys
    .slice(0, -2)
    .map(({ text }) => text)
    .join('')
  return { words, matches: find(words), kind, awaitsKind: false }
}

/**
 * Gives who is meant by some words, best first: who spoke in this topic, latest first; then whose name begins with
 * them in the reader's language; then in the order given, which is alphabetical.
 */
export function findSpeakers(
  choices: readonly SpeakerChoice[],
  recent: readonly string[],
  words: string,
): SpeakerChoice[] {
  const wanted = fold(words)
  // "The" Netherlands or an accent alone ask for nobody in particular.
  if (wanted === '' && words.trim() !== '') return []
  const found = choices.filter(({ forms }) => wanted === '' || matchesSearch(forms, wanted))
  const rank = new Map(recent.map((value, index) => [value, index]))
  const order = ({ value, name }: SpeakerChoice): [number, number] => {
    return [rank.get(value) ?? recent.length, fold(name).startsWith(wanted) ? 0 : 1]
  }
  return found
    .map((choice, index) => ({ choice, index, order: order(choice) }))
    .sort((a, b) => a.order[0] - b.order[0] || a.order[1] - b.order[1] || a.index - b.index)
    .map(({ choice }) => choice)
}

/** Gives the stretch of a name that the words match, for underlining; null when it was found by something else. */
export function matchIn(name: string, words: string): { from: number; to: number } | null {
  const wanted = fold(words)
  if (wanted === '') return null
  for (const start of name.matchAll(/(?<![\p{L}\p{N}])[\p{L}\p{N}]/gu)) {
    for (let to = start.index + 1; to <= name.length; to++) {
      const folded = fold(name.slice(start.index, to))
      if (folded === wanted) return { from: start.index, to }
      if (!wanted.startsWith(folded)) break
    }
  }
  return null
}
