import { readFileSync } from 'node:fs'
import type { AlikeEntry } from '../../../shared/merge/alike/alike-index.ts'

/** Texts of which it is known which ask for the same. */
export interface JudgedPairs {
  readonly entries: readonly AlikeEntry[]
  readonly same: readonly (readonly [string, string])[]
  /** Hard negatives: the same theme or the same words, another demand. */
  readonly different: readonly (readonly [string, string])[]
}

interface PairsFile {
  readonly texts: Readonly<Record<string, { lang: string; words: string }>>
  readonly same: readonly (readonly [string, string])[]
  readonly different: readonly (readonly [string, string])[]
}

/** Demands that are written side by side to be confused: the first family is for tuning, the next for testing. */
const FAMILY = 4

/** Reads the bench's own pairs, in their two halves. */
export function readOwnPairs(): { readonly tuning: JudgedPairs; readonly testing: JudgedPairs } {
  const file: PairsFile = JSON.parse(readFileSync(new URL('alike-pairs.json', import.meta.url), 'utf8'))
  const half = (isTuning: boolean): JudgedPairs => {
    const isOfHalf = (id: string): boolean =>
      (Math.floor((Number.parseInt(id, 10) - 1) / FAMILY) % 2 === 0) === isTuning
    return {
      entries: Object.entries(file.texts)
        .filter(([id]) => isOfHalf(id))
        .map(([id, { lang, words }]) => ({ id, topic: '1', lang, words })),
      same: file.same.filter(([id]) => isOfHalf(id)),
      different: file.different.filter(([id]) => isOfHalf(id)),
    }
  }
  return { tuning: half(true), testing: half(false) }
}
