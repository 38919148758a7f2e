import { type Keeper, keep, letGo, readKept } from '../outbox/kept-words.ts'

/** A correction that somebody has begun. */
export interface CorrectionDraft {
  /** The line's words that it was begun on, and their hash. */
  readonly before: string
  readonly hash: string
  readonly text: string
  readonly note: string
}

/** What a draft is of. */
export interface DraftOf {
  readonly topic: string
  readonly line: string
  readonly mechanism: string
}

/** Gives what was begun on a line; null: nothing. Kept with drafts of comments, so that signing out asks about both. */
export function readCorrectionDraft(keeper: Keeper, of: DraftOf): CorrectionDraft | null {
  const { before, hash, text, note } = (readKept('draft', keeper).get(nameOf(of)) ??
    {}) as Partial<CorrectionDraft>
  if (typeof before !== 'string' || typeof hash !== 'string' || typeof text !== 'string') return null
  return { before, hash, text, note: typeof note === 'string' ? note : '' }
}

/** Keeps it on this device, so that it survives a reload and a lost connection. */
export function keepCorrectionDraft(keeper: Keeper, of: DraftOf, draft: CorrectionDraft): void {
  if (draft.text === draft.before && draft.note === '') letGo('draft', keeper, nameOf(of))
  else keep('draft', keeper, nameOf(of), draft)
}

/** Lets go of it: it was sent or given up. */
export function dropCorrectionDraft(keeper: Keeper, of: DraftOf): void {
  letGo('draft', keeper, nameOf(of))
}

function nameOf({ topic, line, mechanism }: DraftOf): string {
  return `correction:${topic}:${line}:${mechanism}`
}
