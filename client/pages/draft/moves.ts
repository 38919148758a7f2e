import type { MoveTarget } from '../../outbox/draft-wish.ts'
import type { Placed } from '../../outbox/wished-draft.ts'
import type { Section } from './outline.ts'

type Sections = readonly Section<Placed>[]

/**
 * Gives where one step up or down leads; null at the ends. From the edge of a section it is the next section of the
 * agenda, also an empty one: its heading then appears.
 */
export function stepTarget(sections: Sections, id: string, step: 1 | -1): MoveTarget | null {
  const at = sections.findIndex((section) => section.items.some(({ item }) => item.id === id))
  const here = sections[at]
  const own = here?.items.find(({ item }) => item.id === id)
  if (here === undefined || own === undefined) return null
  if (own.version.index > 0) return versionTarget(here, own.item, step)
  // Versions of one recommendation go together.
  const firsts = here.items.filter(({ version }) => version.index === 0)
  const index = firsts.indexOf(own)
  const within = firsts[index + step]
  if (within !== undefined) {
    const after = step > 0 ? within.item.id : (firsts[index - 2]?.item.id ?? null)
    return { section: here.id, after }
  }
  const next = sections[at + step]
  if (next === undefined) return null
  return { section: next.id, after: step > 0 ? null : (next.items.at(-1)?.item.id ?? null) }
}

/** An alternative changes places with the ones beside it, never with the first version (AD2). */
function versionTarget(
  { id: section, items }: Section<Placed>,
  { id, alternativeOf }: Placed,
  step: 1 | -1,
): MoveTarget | null {
  const versions = items.filter(({ item }) => (item.alternativeOf ?? item.id) === alternativeOf)
  const index = versions.findIndex(({ item }) => item.id === id)
  const after = versions[step > 0 ? index + 1 : index - 2]?.item.id
  return after === undefined ? null : { section, after }
}

/** Gives the end of a section; null when the item stands there already. */
export function sectionTarget(sections: Sections, id: string, section: string): MoveTarget | null {
  const last = sections.find((one) => one.id === section)?.items.at(-1)?.item.id ?? null
  return last === id ? null : { section, after: last }
}

/**
 * Gives where an item goes that is dropped before another one of a section (`null`: at its end); null when it would
 * stand where it stands.
 */
export function dropTarget(
  sections: Sections,
  id: string,
  section: string,
  before: string | null,
): MoveTarget | null {
  const ids = (sections.find((one) => one.id === section)?.items ?? []).map(({ item }) => item.id)
  const place = before === null ? ids.length : ids.indexOf(before)
  if (place < 0 || before === id || ids[place - 1] === id) return null
  return { section, after: ids[place - 1] ?? null }
}
