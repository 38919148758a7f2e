import type { MeetingFact } from '../meeting/facts.ts'
import type { NameLanguage } from '../names/name-language.ts'
import { nameWords } from '../names/name-words.ts'
import { directionOfLanguage } from '../text/direction.ts'
import { cleanLine } from './clean-text.ts'
import type { FrontMatter } from './report.ts'
import { reportWords } from './report-words.ts'
import { RIGHT_TO_LEFT_MARK } from './text-direction.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
// British order of day and month, and Western digits, as the United Nations write dates.
const LOCALES: Readonly<Record<NameLanguage, string>> = {
  en: 'en-GB',
  fr: 'fr',
  es: 'es',
  ar: 'ar-u-nu-latn',
}

/** Gives the title page of a meeting's document. */
export function frontMatter(meeting: MeetingFact, language: NameLanguage): FrontMatter {
  const { convener, colon, sample, omissions } = { ...reportWords[language] }
  const convenerName = cleanLine(meeting.convener)
  return {
    form: cleanLine(meeting.form),
    title: cleanLine(meeting.title),
    placeAndDates: placeAndDates(meeting, language),
    convener: convenerName === '' ? null : `${convener}${colon}${convenerName}`,
    notice: meeting.isSample ? sample : null,
    omissionsTitle: omissions,
  }
}

/** Gives the line at the head of every page: which meeting, where, when, and whether it is a sample. */
export function pageHeader(front: FrontMatter, language: NameLanguage): string {
  const meeting = [front.form, front.placeAndDates].filter((part) => part !== '')
  const line = meeting.join(comma(language))
  return front.notice === null ? line : `${line} · ${front.notice}`
}

/** Gives the date that files of a meeting carry: its last day (EX5). */
export function reportDate({ endsOn, startsOn }: MeetingFact): string {
  const day = [endsOn, startsOn].find((date) => DAY.test(date) && !Number.isNaN(Date.parse(date)))
  return day ?? '1980-01-01'
}

function placeAndDates({ place, startsOn, endsOn }: MeetingFact, language: NameLanguage): string {
  const parts = [cleanLine(place), dates(startsOn, endsOn, language)].filter((part) => part !== '')
  return parts.join(comma(language))
}

// Names in Latin letters stay apart, and in their order, on an Arabic line.
function comma(language: NameLanguage): string {
  const mark = directionOfLanguage(language) === 'rtl' ? RIGHT_TO_LEFT_MARK : ''
  return `${mark}${nameWords[language].comma}`
}

function dates(startsOn: string, endsOn: string, language: NameLanguage): string {
  const [start, end] = [Date.parse(startsOn), Date.parse(endsOn)]
  if (Number.isNaN(start) || Number.isNaN(end)) return cleanLine([startsOn, endsOn].join(' '))
  // Calendar dates have no zone: read and written in one and the same.
  const format = new Intl.DateTimeFormat(LOCALES[language], {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  })
  // ICU puts thin spaces round the dash between two bare numbers; documents don't.
  return cleanLine(format.formatRange(start, Math.max(start, end))).replace(/^(\d+) ?– ?(\d+ )/u, '$1–$2')
}
