import type { Language } from './languages.ts'

// Dates and hours as meetings print them: `23 May, 18:00`. Western digits in every language.

const locales: Record<Language, string> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-EG-u-nu-latn',
}

const formats = new Map<string, Intl.DateTimeFormat>()

function format(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options)
  const known = formats.get(key)
  if (known) return known
  const made = new Intl.DateTimeFormat(locale, options)
  formats.set(key, made)
  return made
}

/** Reads a date or an hour that stands on the clock of the meeting's place. Written in UTC, it is shown as it stands. */
function wallClock(text: string): Date {
  return new Date(text.length === 10 ? `${text}T00:00Z` : `${text}Z`)
}

/** Writes the parts; the United Nations name months in Arabic twice, `أيار/مايو`. */
function write(
  language: Language,
  parts: readonly Intl.DateTimeFormatPart[],
  date: Date,
  timeZone: string,
): string {
  if (language !== 'ar') return parts.map(({ value }) => value).join('')
  const eastern = format('ar-SY-u-nu-latn', { month: 'long', timeZone }).format(date)
  return parts.map(({ type, value }) => (type === 'month' ? `${eastern}/${value}` : value)).join('')
}

/** `Thu 23 May`, or `Thursday 23 May`, of a `YYYY-MM-DD…` at the meeting's place. */
export function formatDay(language: Language, day: string, length: 'short' | 'long' = 'short'): string {
  const date = wallClock(day.slice(0, 10))
  const month = language === 'ar' ? 'long' : length
  const options = {
    weekday: language === 'ar' ? 'long' : length,
    day: 'numeric',
    month,
    timeZone: 'UTC',
  } as const
  return write(language, format(locales[language], options).formatToParts(date), date, 'UTC')
}

/** `23–24 May 2013`: the days of a meeting. */
export function formatDays(language: Language, from: string, to: string): string {
  const [start, end] = [wallClock(from), wallClock(to)]
  const days = format(locales[language], { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })
  if (from === to) return write(language, days.formatToParts(start), start, 'UTC')
  const range = days
    .formatRangeToParts(start, end)
    .map((part) => write(language, [part], part.source === 'endRange' ? end : start, 'UTC'))
    .join('')
  // Browsers differ in the spaces of "23 – 24 May".
  const closed = range.replace(/(\d)\s*–\s*(\d)/, '$1–$2')
  // Digits have no direction of their own: isolated, the earlier day stands left of the later one, as hours do.
  return language === 'ar' ? closed.replace(/^\d+–\d+(?=\s)/, '\u2066$&\u2069') : closed
}

/** `10:00–12:30`: hours at the meeting's place. */
export function formatHours(startsAt: string, endsAt: string | null): string {
  const hours = startsAt.slice(11, 16)
  return endsAt === null ? hours : `${hours}–${endsAt.slice(11, 16)}`
}

/** `25 May, 18:00`: a moment by the clock of the meeting's place. */
export function formatMoment(language: Language, at: number, timeZone: string): string {
  const date = new Date(at)
  const parts = format(locales[language], { day: 'numeric', month: 'long', timeZone }).formatToParts(date)
  const comma = language === 'ar' ? '، ' : ', '
  return write(language, parts, date, timeZone) + comma + formatTime(at, timeZone)
}

/** `18:00`: the hour of a moment by the clock of the meeting's place, or of this device. */
export function formatTime(at: number, timeZone?: string): string {
  const zone = timeZone === undefined ? {} : { timeZone }
  return format('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', ...zone }).format(at)
}

/** What a clock at the meeting's place shows: `YYYY-MM-DDTHH:MM`, which sorts as time does. */
export function clockAt(at: number, timeZone: string): string {
  const options = {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  } as const
  const parts = format('en-GB', options).formatToParts(new Date(at))
  const value = (type: Intl.DateTimeFormatPartTypes): string =>
    parts.find((part) => part.type === type)?.value ?? ''
  return `${value('year')}-${value('month')}-${value('day')}T${value('hour')}:${value('minute')}`
}
