import { type Direction, directionOfLanguage, directionOfText } from '../text/direction.ts'

export const RIGHT_TO_LEFT_MARK = '\u200F'
const LEFT_TO_RIGHT_MARK = '\u200E'
// Two or three letters and what may follow; `x-private` and the like are not worth carrying.
const TAG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i

/** Gives the mark that holds apart words of another direction than their line's; nothing where they are of the same. */
export function markBeside(words: Direction, line: Direction): string {
  if (words === line) return ''
  return line === 'rtl' ? RIGHT_TO_LEFT_MARK : LEFT_TO_RIGHT_MARK
}

/** Gives the language a line says it is in, if that is a language; else the meeting's, unless the script speaks against it. */
export function languageOfLine(
  lang: unknown,
  text: string,
  meetingLang: string,
): { lang: string; direction: Direction } {
  const byText = directionOfText(text)
  if (typeof lang === 'string' && TAG.test(lang)) return { lang, direction: directionOfLanguage(lang) }
  const fallback = TAG.test(meetingLang) ? meetingLang : 'en'
  const direction = byText ?? directionOfLanguage(fallback)
  if (direction === directionOfLanguage(fallback)) return { lang: fallback, direction }
  return { lang: direction === 'rtl' ? 'ar' : 'en', direction }
}

/**
 * Cuts text into pieces of one direction each. A number goes with the letters before it, signs with what is around
 * them, and with the line where that differs (the heart of Unicode's bidirectional algorithm).
 */
export function piecesByDirection(text: string, line: Direction): { text: string; direction: Direction }[] {
  const pieces: { text: string; direction: Direction }[] = []
  let neutral = ''
  let before: Direction = line
  const add = (piece: string, direction: Direction): void => {
    const last = pieces.at(-1)
    if (piece === '') return
    if (last?.direction === direction) last.text += piece
    else pieces.push({ text: piece, direction })
  }
  for (const character of text) {
    const direction = directionOfCharacter(character, before)
    if (direction === null) {
      neutral += character
      continue
    }
    add(neutral, before === direction ? direction : line)
    add(character, direction)
    neutral = ''
    before = direction
  }
  add(neutral, line)
  return pieces
}

function directionOfCharacter(character: string, before: Direction): Direction | null {
  if (character === RIGHT_TO_LEFT_MARK) return 'rtl'
  if (character === LEFT_TO_RIGHT_MARK) return 'ltr'
  return /\p{N}/u.test(character) ? before : directionOfText(character)
}
