/** What of an item says whether it is an alternative of another one. */
export interface Versioned {
  readonly id: string
  /** The item that it is another version of (AD2); null or absent: of none. */
  readonly alternativeOf?: string | null
}

/** Which version of a recommendation an item is. */
export interface Version {
  /** 0 for the first, which has the number alone; 1 for *bis*, 2 for *ter*. */
  readonly index: number
  /** Whether several versions stand in the draft: then each is in square brackets. */
  readonly isContested: boolean
}

/**
 * Tells of items, in the order of the draft, which version each is. Where the first version has left the draft, the next
 * one is the first.
 */
export function versionsOf(items: readonly Versioned[]): Version[] {
  const groupOf = ({ id, alternativeOf }: Versioned): string => alternativeOf ?? id
  const sizes = new Map<string, number>()
  for (const item of items) sizes.set(groupOf(item), (sizes.get(groupOf(item)) ?? 0) + 1)
  const seen = new Map<string, number>()
  return items.map((item) => {
    const group = groupOf(item)
    const index = seen.get(group) ?? 0
    seen.set(group, index + 1)
    return { index, isContested: (sizes.get(group) ?? 0) > 1 }
  })
}

/** Puts alternatives straight behind the item that they are versions of, in their order, and into its section. */
export function keepTogether<Item extends Versioned & { readonly section: string }>(
  items: readonly Item[],
): readonly Item[] {
  const heads = new Set(items.map(({ id }) => id))
  const isBehind = ({ alternativeOf }: Item): boolean => alternativeOf != null && heads.has(alternativeOf)
  if (!items.some(isBehind)) return items
  const behind = new Map<string, Item[]>()
  for (const item of items) {
    if (!isBehind(item)) continue
    const head = String(item.alternativeOf)
    behind.set(head, [...(behind.get(head) ?? []), item])
  }
  return items
    .filter((item) => !isBehind(item))
    .flatMap((head) => {
      return [head, ...(behind.get(head.id) ?? []).map((item) => ({ ...item, section: head.section }))]
    })
}

/** Gives the numbers of recommendations, in the order of the draft; versions of one share its number. */
export function recommendationNumbers(
  items: readonly (Versioned & { readonly type: string })[],
): ReadonlyMap<string, number> {
  const recommendations = items.filter(({ type }) => type === 'recommendation')
  const versions = versionsOf(recommendations)
  let count = 0
  return new Map(
    recommendations.map(({ id }, index) => {
      if (versions[index]?.index === 0) count++
      return [id, count]
    }),
  )
}
