import * as Y from 'yjs'
import { isEndAtom } from '../../shared/text/atom.ts'

/** Where the words of one clientID begin that the server has not confirmed. */
export interface UnsentFrom {
  readonly client: number
  readonly clock: number
}

/** Gives the words that were typed from these places on and still stand, in the order they were typed, line by line. */
export function unsentText(doc: Y.Doc, from: readonly UnsentFrom[]): string {
  if (from.length === 0) return ''
  const known = Y.decodeStateVector(Y.encodeStateVector(doc))
  for (const { client, clock } of from) known.set(client, Math.min(clock, known.get(client) ?? 0))
  const { structs, ds } = Y.decodeUpdate(Y.encodeStateAsUpdate(doc, Y.encodeStateVector(known)))
  let text = ''
  let client = structs[0]?.id.client
  for (const struct of structs) {
    // Two pages that wrote had nothing to do with each other.
    if (struct.id.client !== client) text += '\n'
    client = struct.id.client
    if (!(struct instanceof Y.Item) || Y.isDeleted(ds, struct.id)) continue
    if (struct.content instanceof Y.ContentString) text += struct.content.str
    else if (struct.content instanceof Y.ContentEmbed && isEndAtom(struct.content.embed)) text += '\n'
  }
  return text.replaceAll(/\n{2,}/g, '\n').trim()
}
