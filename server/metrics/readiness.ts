import { statfs } from 'node:fs/promises'
import type { Journal } from '../journal/journal.ts'

/** Below this the next hours of a meeting may not fit: an hour of notes takes some megabytes with its history. */
export const MIN_FREE_BYTES = 64 * 1024 * 1024

/** A journal that has not answered a look by then is not ready for people. */
const ANSWER_MS = 2000

/** What is not as it should be; empty: ready. */
export type Unreadiness = readonly (
  | 'storage-trouble'
  | 'disk-almost-full'
  | 'journal-slow'
  | 'journal-failed'
)[]

/** Where the answer comes from. */
export interface ReadinessSources {
  readonly dataDir: string
  readonly journal: Pick<Journal, 'commandResult'>
  /** Whether a write failed and storage has not proved itself since (SY7). */
  inTrouble(): boolean
  /** Free bytes of the data folder's file system. */
  freeBytes?(dataDir: string): Promise<number>
}

/** Says whether people can rely on what they are shown: the disk has room, the journal answers, no write has failed. */
export async function readiness({
  dataDir,
  journal,
  inTrouble,
  freeBytes = freeOf,
}: ReadinessSources): Promise<Unreadiness> {
  const [free, answer] = await Promise.all([freeBytes(dataDir).catch(() => 0), answerOf(journal)])
  return [
    ...(inTrouble() ? (['storage-trouble'] as const) : []),
    ...(free < MIN_FREE_BYTES ? (['disk-almost-full'] as const) : []),
    ...(answer === null ? [] : [answer]),
  ]
}

async function freeOf(dataDir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dataDir)
  return bavail * bsize
}

async function answerOf(
  journal: Pick<Journal, 'commandResult'>,
): Promise<'journal-slow' | 'journal-failed' | null> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<'journal-slow'>((resolve) => {
    timer = setTimeout(() => resolve('journal-slow'), ANSWER_MS)
  })
  const asked = journal.commandResult('readyz').then(
    () => null,
    () => 'journal-failed' as const,
  )
  const answer = await Promise.race([asked, late])
  clearTimeout(timer)
  return answer
}
