import { countryName } from '../../shared/names/country-name.ts'
import { clockAt, formatMoment, formatTime } from '../i18n/dates.ts'
import type { Language } from '../i18n/languages.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Meeting } from '../meeting/meeting.ts'
import type { ShownThread } from './thread.ts'

/** Who wrote a comment, as its head says it: for whom they speak, else what they do here. */
export function writerWords(
  t: Translate,
  language: Language,
  { members, mechanisms }: Meeting,
  member: string,
): { readonly name: string; readonly detail: string; readonly colour: number } {
  const found = members.get(member)
  if (found === undefined) return { name: t('threads.somebody'), detail: '', colour: 0 }
  const mechanism = found.mechanism === null ? undefined : mechanisms.get(found.mechanism)
  const detail = mechanism === undefined ? t(`role.${found.role}`) : countryName(mechanism, language)
  return { name: found.name, detail, colour: found.colour }
}

/** When: the hour of today, the day of before. */
export function whenWords(language: Language, at: number, timeZone: string): string {
  const day = (moment: number): string => clockAt(moment, timeZone).slice(0, 10)
  return day(at) === day(Date.now()) ? formatTime(at, timeZone) : formatMoment(language, at, timeZone)
}

/** As much of a quote as names a thread. */
const NAME_LENGTH = 60

/** Names a thread for screen readers: whose it is, on which words, how many comments. */
export function threadName(t: Translate, language: Language, meeting: Meeting, thread: ShownThread): string {
  const { name } = writerWords(t, language, meeting, thread.by)
  const quote = quoteOf(thread)
  const count = thread.comments.length
  if (quote === null) return t('threads.name', { name, count })
  const short = quote.length > NAME_LENGTH ? `${quote.slice(0, NAME_LENGTH).trimEnd()}…` : quote
  return t('threads.nameOn', { name, quote: short, count })
}

/** Gives the words that a thread was opened on; null: it is about more than words, or they are withheld. */
export function quoteOf({ subject }: Pick<ShownThread, 'subject'>): string | null {
  return subject.on === 'meeting' ? null : subject.passage?.quote || null
}
