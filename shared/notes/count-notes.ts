import type { Block } from '../text/block.ts'
import { isBlank, speakerOf } from './intervention.ts'
import { readPassages } from './passage.ts'

/** What is left to do with a topic's notes, and what came of them, in numbers. */
export interface NotesCount {
  /** Lines with words of which nobody has said yet who spoke them. */
  readonly withoutSpeaker: number
  /** Recommendations with words. */
  readonly recommendations: number
}

/** Counts what pages show beside a topic. */
export function countNotes(blocks: readonly Block[]): NotesCount {
  const recommendations = readPassages('', blocks).filter(({ kind, words }) => {
    return kind === 'recommendation' && words !== ''
  })
  const withoutSpeaker = blocks.filter((line) => speakerOf(line) === null && !isBlank(line))
  return { withoutSpeaker: withoutSpeaker.length, recommendations: recommendations.length }
}
