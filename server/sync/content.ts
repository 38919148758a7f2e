import * as Y from 'yjs'
import { isId } from '../../shared/ids/ids.ts'
import { isEndAtom } from '../../shared/text/atom.ts'
import { ROOT_ID } from '../../shared/text/block.ts'
import { CONTENT_DELETED_REF, RefusedUpdate } from './incoming.ts'
import type { Place } from './new-struct.ts'

/** Longest string in a format, an attribute or an atom. A link or a label is well below; text is no attribute. */
const MAX_VALUE_CHARS = 2048
/** Longest name of a format or attribute; those of format.md have at most 11 characters. */
const MAX_KEY_CHARS = 64
const MAX_ATOM_CHARS = 4096

/** Checks that new content is of a kind that its place allows (SY2): text, atoms, formats, markers with plain values. */
export function checkContent(item: Y.Item, place: Place): void {
  const { content } = item
  if (place.kind === 'collected') return
  const isGone = content.getRef() === CONTENT_DELETED_REF
  if (place.kind === 'entry') {
    if (place.key.length > MAX_KEY_CHARS) refuse('An attribute has too long a name.')
    // A value that was replaced before it came; a name never is.
    if (isGone && !isName(place.key)) return
    const values = content instanceof Y.ContentAny ? content.getContent() : []
    // Several: values of one key that undo keeps though they are deleted, which Yjs has joined to one item.
    if (values.length === 0 || !values.every(isPlain)) refuse('An attribute is no plain value.')
    if (isName(place.key) && values.length > 1) refuse('A block has one id.')
    if (place.key === 'id' && !isId(values[0])) refuse('A block has an id of another form.')
    // Text before the first block is called so (TX7), and a block may be joined to it.
    if (place.key === 'id' && values[0] === ROOT_ID) refuse('A block has the reserved id.')
    return
  }
  if (isGone || content instanceof Y.ContentString) return
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
  // Y.XmlHook is a Y.Map too.
  if (!(content instanceof Y.ContentType) || content.type.constructor !== Y.Map)
    refuse('Only text and blocks may stand here.')
}

function checkAtom(value: unknown): void {
  const isAtom =
    typeof value === 'object' && value !== null && typeof (value as { t?: unknown }).t === 'string'
  if (!isAtom || !isShort(value)) refuse('An atom has another form.')
  if (isEndAtom(value) && Object.keys(value as object).length !== 1)
    refuse('An end carries more than itself.')
}

/** Tells whether an attribute is what a block is called by, said once and for ever. */
export function isName(key: string): boolean {
  return key === 'id' || key === 'v'
}

function isShort(value: unknown): boolean {
  try {
    return JSON.stringify(value).length <= MAX_ATOM_CHARS
  } catch {
    // Nested deeper than the stack is.
    return false
  }
}

function isPlain(value: unknown): boolean {
  if (typeof value === 'string') return value.length <= MAX_VALUE_CHARS
  return typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))
}

function refuse(detail: string): never {
  throw new RefusedUpdate('foreign-content', detail)
}
