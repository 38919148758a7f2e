import type { NameLanguage } from '../../shared/names/name-language.ts'
import { cleanLine } from '../../shared/report/clean-text.ts'
import { reportWords } from '../../shared/report/report-words.ts'

/** File systems take 255 bytes; a letter takes up to four. */
const MAX_TITLE_CHARS = 50

/** Gives a file's name from the meeting's short title: no separators of paths, nothing that a file system refuses. */
export function fileName(
  { title, shortTitle }: { readonly title: string; readonly shortTitle: string },
  language: NameLanguage,
  extension: string,
): string {
  const safe = cleanLine(shortTitle.trim() === '' ? title : shortTitle).replace(/[\\/:*?"<>|%]/g, ' ')
  const short = [...safe.replace(/\s+/g, ' ')].slice(0, MAX_TITLE_CHARS).join('')
  // A leading dot hides a file, a leading hyphen makes an option of it; Windows drops dots and spaces at the end.
  const name = short.replace(/^[\s.-]+|[\s.-]+$/g, '')
  const { recommendations } = reportWords[language]
  return `${name === '' ? '' : `${name} - `}${recommendations}.${extension}`
}
