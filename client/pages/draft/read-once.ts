/** Says to which groups words belong. */
export type Reader = (words: string) => readonly string[]

/** Says to which groups the words of an item belong. */
export type ItemReader = (item: string, words: string) => readonly string[]

/** Reads the words of an item again only where they are others than before: of 500 items, one has changed. */
export function readOnce(read: Reader): ItemReader {
  const before = new Map<string, { readonly words: string; readonly groups: readonly string[] }>()
  return (item, words) => {
    const known = before.get(item)
    if (known?.words === words) return known.groups
    const groups = read(words)
    before.set(item, { words, groups })
    return groups
  }
}
