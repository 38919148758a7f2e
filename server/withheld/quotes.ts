import type * as Y from 'yjs'
import { MinutaError } from '../../shared/errors/errors.ts'
import { fold } from '../../shared/names/fold.ts'
import { type Block, blockText } from '../../shared/text/block.ts'
import type { MoveMap } from '../../shared/text/moves.ts'
import { locatePassages } from '../../shared/threads/locate-passage.ts'
import type { ThreadFact, ThreadPassage } from '../../shared/threads/thread-facts.ts'
import type { WithheldQuote } from '../../shared/withheld/withheld-fact.ts'
import { threadsOf } from '../threads/thread-maps.ts'

/** Gives lines by their ids, in the order of the notes. Throws MinutaError `conflict` where one is not shown any more. */
export function linesOf(blocks: readonly Block[], ids: readonly string[]): Block[] {
  const found = ids.map((id) => {
    const copies = blocks.filter((block) => block.id === id)
    // Two people who moved one line at once leave it twice (TX8). The one that nobody deleted is it.
    const line = copies.find(({ state }) => state === 'shown') ?? copies[0]
    if (line === undefined)
      throw new MinutaError('conflict', 'One of these lines is not in the notes any more.')
    return line
  })
  return blocks.filter((block) => found.includes(block))
}

/**
 * Finds the quotes of threads that say words of these lines: whoever reads the notes reads those too. `write` takes the words out of the
 * threads, inside a write; the threads stay.
 */
export function takeQuotes(
  notes: Y.Doc,
  topic: string,
  blocks: readonly Block[],
  lines: readonly Block[],
  moves: MoveMap,
): { readonly quotes: WithheldQuote[]; readonly write: () => void } {
  const threads = threadsOf(notes)
  const quoting = [...threads].flatMap(([thread, fact]) => {
    const passage = passageIn(fact, topic)
    return passage === null ? [] : [{ thread, fact, passage }]
  })
  const text = notes.getText('text')
  const places = locatePassages(
    text,
    blocks,
    quoting.map(({ passage }) => passage),
    moves,
  )
  const says = wordsIn(lines.map(blockText))
  const inside = quoting.filter(({ passage: { quote, before, after } }, index) => {
    const place = places[index] ?? null
    if (place !== null && lines.includes(blocks[place.block] as Block)) return true
    // Cut or rewritten since, a line may still stand in the quote or beside it.
    return [quote, before, after].some(says)
  })
  return {
    quotes: inside.map(({ thread, passage: { quote, before, after } }) => ({ thread, quote, before, after })),
    write: () => {
      for (const { thread, fact, passage } of inside)
        threads.set(thread, quoted(fact, { ...passage, quote: '', before: '', after: '' }))
    },
  }
}

/** Gives threads their quotes again. Call it inside a write. */
export function restoreQuotes(notes: Y.Doc, quotes: readonly WithheldQuote[]): void {
  const threads = threadsOf(notes)
  for (const { thread, quote, before, after } of quotes) {
    const fact = threads.get(thread)
    const subject = fact?.subject
    if (fact === undefined || subject?.on !== 'notes') continue
    threads.set(thread, quoted(fact, { ...subject.passage, quote, before, after }))
  }
}

/** Letters in a row that tell of a line: fewer are in any other as well. */
const TELLING = 8

/** Gives the test whether a piece of text says any of these lines' words: a telling run of letters, or all of a shorter one. */
function wordsIn(lines: readonly string[]): (piece: string) => boolean {
  const folded = lines.map(fold)
  const runs = new Set(folded.flatMap(runsOf))
  return (piece) => {
    const words = fold(piece)
    if (words.length >= TELLING) return runsOf(words).some((run) => runs.has(run))
    return words !== '' && folded.some((line) => line.includes(words))
  }
}

function runsOf(words: string): string[] {
  return Array.from({ length: Math.max(0, words.length - TELLING + 1) }, (_, at) =>
    words.slice(at, at + TELLING),
  )
}

function passageIn({ subject }: ThreadFact, topic: string): ThreadPassage | null {
  return subject.on === 'notes' && subject.topic === topic ? subject.passage : null
}

function quoted(fact: ThreadFact, passage: ThreadPassage): ThreadFact {
  const { subject } = fact
  return subject.on === 'notes' ? { ...fact, subject: { ...subject, passage } } : fact
}
