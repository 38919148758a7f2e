import * as Y from 'yjs'
import { asAtom } from './atom.ts'
import type { Attributes, Formats, FormatValue, Inline } from './block.ts'
import { ROOT_ID } from './block.ts'
import { firstItem, isEnd, markerId, markerOf } from './items.ts'

/**
 * A marker and everything up to the next marker of any state (TX2): the raw unit that display is computed from.
 * The first run of a text is the root's and has no marker.
 */
export interface Run {
  readonly item: Y.Item | null
  readonly id: string
  readonly attributes: Attributes
  readonly gone: boolean
  readonly join: string | null
  readonly inlines: readonly Inline[]
  readonly formats: Formats
}

const NO_FORMATS: Formats = Object.freeze({})
const OWN_KEYS = new Set(['id', 'v', 'gone', 'join'])

/** Reads a marker's attributes without what belongs to identity and display. Never writes (TX6). */
export function readAttributes(marker: Y.Map<unknown>): Attributes {
  const attributes: Record<string, unknown> = {}
  for (const [key, value] of marker.entries()) if (!OWN_KEYS.has(key)) attributes[key] = value
  return attributes
}

/** Gives the formats in force after a format item. */
export function afterFormat(formats: Formats, content: Y.ContentFormat): Formats {
  const { key, value } = content as { key: string; value: unknown }
  if ((formats[key] ?? null) === value) return formats
  const next: Record<string, FormatValue> = { ...formats }
  if (value === null) delete next[key]
  else next[key] = value as FormatValue
  return next
}

/**
 * Reads the runs of a text in raw order, from its start or from a marker on, up to `until` (exclusive).
 * Reading never writes (TX6).
 */
export function readRuns(
  text: Y.Text,
  from: Y.Item | null = null,
  formats: Formats = NO_FORMATS,
  until: Y.Item | null = null,
): Run[] {
  const runs: Run[] = []
  let current = formats
  let inlines: Inline[] = []
  if (from === null) runs.push({ ...rootRun(), inlines })
  for (let item = from ?? firstItem(text); item !== null && item !== until; item = item.right) {
    if (item.deleted) continue
    if (item.content instanceof Y.ContentFormat) {
      current = afterFormat(current, item.content)
      continue
    }
    const marker = markerOf(item)
    if (marker === null) {
      if (item.countable && !isEnd(item)) readInline(item, current, inlines)
      continue
    }
    inlines = []
    runs.push(markerRun(item, marker, inlines, current))
  }
  return runs
}

function rootRun(): Run {
  return {
    item: null,
    id: ROOT_ID,
    attributes: {},
    gone: false,
    join: null,
    inlines: [],
    formats: NO_FORMATS,
  }
}

function markerRun(item: Y.Item, marker: Y.Map<unknown>, inlines: Inline[], formats: Formats): Run {
  const join = marker.get('join')
  return {
    item,
    id: markerId(item, marker),
    attributes: readAttributes(marker),
    gone: marker.get('gone') === true,
    join: typeof join === 'string' ? join : null,
    inlines,
    formats,
  }
}

function readInline(item: Y.Item, formats: Formats, into: Inline[]): void {
  const { client, clock } = item.id
  if (item.content instanceof Y.ContentString) {
    const last = into.at(-1)
    if (
      last !== undefined &&
      'text' in last &&
      last.formats === formats &&
      last.at.client === client &&
      last.at.clock + last.text.length === clock
    ) {
      into[into.length - 1] = { at: last.at, text: last.text + item.content.str, formats }
    } else into.push({ at: { client, clock }, text: item.content.str, formats })
    return
  }
  // An embed is one unit; foreign content (never let in by the gate) is shown unit by unit, so that places keep.
  const values = item.content instanceof Y.ContentEmbed ? [item.content.embed] : item.content.getContent()
  for (let unit = 0; unit < item.length; unit++) {
    into.push({ at: { client, clock: clock + unit }, atom: asAtom(values[unit]), formats })
  }
}
