import type { TopicFact } from '../../../shared/meeting/facts.ts'

/** Tells whether a topic is being dealt with, by the clock of the meeting's place (`YYYY-MM-DDTHH:MM`). */
export function isNow({ startsAt, endsAt }: Pick<TopicFact, 'startsAt' | 'endsAt'>, clock: string): boolean {
  return startsAt !== null && endsAt !== null && startsAt <= clock && clock < endsAt
}

/** Gives which day of the meeting it is, from 1; null: none of them. */
export function dayOf(
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
  clock: string,
): { day: number; days: number } | null {
  const today = clock.slice(0, 10)
  if (today < startsOn || today > endsOn) return null
  return { day: daysBetween(startsOn, today) + 1, days: daysBetween(startsOn, endsOn) + 1 }
}

function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)
}
