/** Gives one or two letters for a name: of its first and its last word. "M. de Wit" is MW. */
export function initialsOf(name: string): string {
  const words = name.split(/[\s.·-]+/u).filter((word) => /\p{L}/u.test(word))
  const first = words[0] ?? ''
  const last = words.length > 1 ? (words.at(-1) ?? '') : ''
  return [first, last].map(firstLetter).join('').toLocaleUpperCase()
}

function firstLetter(word: string): string {
  return word.match(/\p{L}\p{M}*/u)?.[0] ?? ''
}
