import type { Language } from './languages.ts'

/** Names a time zone as people do, "Central European Time"; its IANA name where the browser knows no other. */
export function zoneName(language: Language, timeZone: string): string {
  const parts = new Intl.DateTimeFormat(language, { timeZone, timeZoneName: 'longGeneric' }).formatToParts()
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? timeZone
}
