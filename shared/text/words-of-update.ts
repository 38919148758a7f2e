import * as Y from 'yjs'
import type { CharId } from './block.ts'

/** Gives the words that an update inserts and leaves standing, as plain text: to look at before anybody applies it. */
export function wordsOfUpdate(update: Uint8Array): string {
  const { structs, ds } = Y.decodeUpdate(update)
  let words = ''
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue
    if (struct.content instanceof Y.ContentString) words += standing(struct, struct.content.str, ds)
    // A marker begins a line.
    else if (struct.content instanceof Y.ContentType && words !== '') words += '\n'
  }
  return words
}

/** Gives the characters, none of the update's own, beside which an update inserts words; the first ones, if they are many. */
export function besideUpdate(update: Uint8Array, most: number): CharId[] {
  const { structs } = Y.decodeUpdate(update)
  const own = new Map<number, number>()
  for (const { id } of structs) own.set(id.client, Math.min(id.clock, own.get(id.client) ?? id.clock))
  const beside = structs.flatMap((struct) =>
    struct instanceof Y.Item && struct.content instanceof Y.ContentString
      ? [struct.origin, struct.rightOrigin].filter((side) => side !== null)
      : [],
  )
  return beside
    .filter(({ client, clock }) => clock < (own.get(client) ?? Number.POSITIVE_INFINITY))
    .slice(0, most)
}

/** What was typed and taken back in the same update is nobody's to read. */
function standing({ id, length }: Y.Item, text: string, ds: ReturnType<typeof Y.decodeUpdate>['ds']): string {
  const gone = (ds.clients.get(id.client) ?? []).filter(
    ({ clock, len }) => clock < id.clock + length && clock + len > id.clock,
  )
  if (gone.length === 0) return text
  let kept = ''
  let from = 0
  for (const { clock, len } of gone.sort((one, other) => one.clock - other.clock)) {
    kept += text.slice(from, Math.max(from, clock - id.clock))
    from = Math.max(from, clock + len - id.clock)
  }
  return kept + text.slice(from)
}
