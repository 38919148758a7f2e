/** Tells whether nobody could read anything in a wording: it has blanks and atoms (each a U+FFFC) and no more. */
export function isWordless(words: string): boolean {
  return words.replaceAll('\uFFFC', '').trim() === ''
}
