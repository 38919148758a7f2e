import * as Y from 'yjs'
import { isEndAtom } from '../../shared/text/atom.ts'
import { RefusedUpdate } from './incoming.ts'
import type { Place } from './place.ts'

/** Longest string in a format, an attribute or an atom. A link or a label is well below; text is no attribute. */
const MAX_VALUE_CHARS = 2048
/** Longest name of a format or attribute; those of format.md have at most 11 characters. */
const MAX_KEY_CHARS = 64
const MAX_ATOM_CHARS = 4096
const BLOCK_ID = /^[A-Za-z0-9_-]{1,64}$/

/** Checks that new content is of a kind that its place allows (SY2): text, atoms, formats, markers with plain values. */
export function checkContent(item: Y.Item, place: Place): void {
  const { content } = item
  if (content.getRef() === CONTENT_DELETED_REF || place.kind === 'collected') return
  if (place.kind === 'entry') {
    if (place.key.length > MAX_KEY_CHARS) refuse('An attribute has too long a name.')
    const values = content instanceof Y.ContentAny ? content.getContent() : []
    // Several: values of one key that undo keeps though they are deleted, which Yjs has joined to one item.
    if (values.length === 0 || !values.every(isPlain)) refuse('An attribute is no plain value.')
    if (place.key === 'id' && !(values.length === 1 && BLOCK_ID.test(String(values[0]))))
      refuse('A block has an id of another form.')
    return
  }
  if (content instanceof Y.ContentString) return
  if (content instanceof Y.ContentFormat) {
    const { key, value } = content as { key: unknown; value: unknown }
    if (typeof key !== 'string' || key.length > MAX_KEY_CHARS || !(value === null || isPlain(value))) {
      refuse('A format is no plain value.')
    }
    return
  }
  if (content instanceof Y.ContentEmbed) {
    checkAtom(content.embed)
    return
  }
  if (!(content instanceof Y.ContentType) || !(content.type instanceof Y.Map))
    refuse('Only text and blocks may stand here.')
}

/** How Yjs 13 numbers content of which only the length is left. */
export const CONTENT_DELETED_REF = 1

function checkAtom(value: unknown): void {
  const isAtom =
    typeof value === 'object' && value !== null && typeof (value as { t?: unknown }).t === 'string'
  if (!isAtom || JSON.stringify(value).length > MAX_ATOM_CHARS) refuse('An atom has another form.')
  if (isEndAtom(value) && Object.keys(value as object).length !== 1)
    refuse('An end carries more than itself.')
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_CHARS
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function refuse(detail: string): never {
  throw new RefusedUpdate('foreign-content', detail)
}
