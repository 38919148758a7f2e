// Unassigned for text (U+FFFE, U+FFFF), or placeholders of objects that are not there.
const PLACEHOLDERS = /[\uFFF9-\uFFFC\uFFFE\uFFFF]/g
// They turn the order of what follows (U+202E makes `exe.doc` of `cod.exe`). Marks of direction stay: they turn nothing.
const TURNING = /[\u202A-\u202E\u2066-\u2069]/g
// Letters that nobody sees: Unicode's language tags.
const INVISIBLE = /[\u{E0000}-\u{E007F}]/gu

/**
 * Gives text that every writer can carry: without control characters (XML 1.0 forbids most), half surrogates, and
 * characters that turn the order of others. Line ends of any kind become `\n`, tabs spaces.
 */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029\u0085]/g, '\n')
    .replace(/\t/g, ' ')
    .replace(/\p{Cc}|\p{Cs}/gu, (character) => (character === '\n' ? character : ''))
    .replace(PLACEHOLDERS, '')
    .replace(TURNING, '')
    .replace(INVISIBLE, '')
}

/** Gives clean text on one line, single spaces between the words. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ').trim()
}
