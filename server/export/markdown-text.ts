import type { Looks } from '../../shared/report/report.ts'

/** What can be markup anywhere in a line of CommonMark, of its tables and of strikethrough. */
const MARKUP = /[\\`*_[\]<>&~|!]/g
/** What can be markup at the start of a line: headings, lists, quotes, rules, fences, and `===` under a line. */
const AT_START = /^([#+\-=:]|\d{1,9}(?=[.)]))/
// Which characters are punctuation differs between versions of CommonMark and of Unicode. Letters and digits are none
// in any, ASCII signs are in all.
const WORD = /[\p{L}\p{N}]/u
const SURE_SIGN = /[!-/:-@[-`{-~]/
const SPACE = /\s/

/** Gives text that CommonMark shows as it stands: nothing of it is markup. */
export function escapeMarkdown(text: string): string {
  return text.replace(MARKUP, '\\$&')
}

/** Gives a line whose start, too, is no markup. A digit itself can't be escaped, so the sign after it is. */
export function escapeLineStart(line: string): string {
  // White space there would be markup too: four spaces make code.
  return line.trimStart().replace(AT_START, (sign) => (/\d/.test(sign) ? `${sign}\\` : `\\${sign}`))
}

/**
 * Puts looks round escaped text. Asterisks only work at the edges of words, so where they would not, the text gets
 * tags, as it does for looks that CommonMark has no signs for. `before` and `after` are what stands beside it.
 */
export function lookedMarkdown(text: string, looks: Looks, before: string, after: string): string {
  const core = text.trim()
  if (core === '') return text
  const head = text.slice(0, text.indexOf(core))
  const tail = text.slice(head.length + core.length)
  let inner = core
  if (looks.strike) inner = `<s>${inner}</s>`
  if (looks.underline) inner = `<u>${inner}</u>`
  const signs = (looks.bold ? '**' : '') + (looks.italic ? '*' : '')
  const outerBefore = head === '' ? before : ' '
  const outerAfter = tail === '' ? after : ' '
  // Two signs beside each other would be read as one.
  const flanks =
    !outerBefore.endsWith('*') && opens(outerBefore, inner) && opens(reversed(outerAfter), reversed(inner))
  if (signs !== '' && flanks) inner = `${signs}${inner}${[...signs].reverse().join('')}`
  else {
    if (looks.italic) inner = `<em>${inner}</em>`
    if (looks.bold) inner = `<strong>${inner}</strong>`
  }
  return head + inner + tail
}

/** Tells whether a sign between the two begins emphasis (CommonMark: a left-flanking delimiter run). */
function opens(before: string, inner: string): boolean {
  const last = [...before].at(-1) ?? ' '
  const first = [...inner].at(0) ?? ' '
  if (SPACE.test(first)) return false
  return WORD.test(first) || SPACE.test(last) || SURE_SIGN.test(last)
}

function reversed(text: string): string {
  return [...text].reverse().join('')
}
