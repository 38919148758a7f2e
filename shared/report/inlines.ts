import type { Inline as DraftInline, Formats } from '../text/block.ts'
import { cleanText } from './clean-text.ts'
import type { Inline, Looks } from './report.ts'
import { safeHref } from './safe-link.ts'

/** What the atoms of a line read as; null for what is left out. */
export interface AtomReader {
  mention(atom: Readonly<Record<string, unknown>>): string
  bracket(atom: Readonly<Record<string, unknown>>): Inline | null
  note(atom: Readonly<Record<string, unknown>>): Inline | null
  /** Called for an atom that is left out. */
  leaveOut(t: string): void
  /** Called for a link that may not be followed. */
  leaveOutLink(): void
}

/** How a line's own formats show: whether it is bold as a whole, and whether parts of it may be. */
export interface LineStyle {
  readonly bold: boolean
  /** Bold in running text is for recommendations alone (domain.md). */
  readonly partsMayBeBold: boolean
}

/** Gives the inlines of a line of the draft as a document has them. */
export function readInlines(inlines: readonly DraftInline[], style: LineStyle, reader: AtomReader): Inline[] {
  const read: Inline[] = []
  for (const inline of inlines) {
    const looks = looksOf(inline.formats, style)
    if ('text' in inline) read.push(...readText(inline.text, looks, hrefOf(inline.formats, reader)))
    else {
      const atom = readAtom(inline.atom, looks, reader)
      if (atom === null) reader.leaveOut(inline.atom.t)
      else read.push(atom)
    }
  }
  return trimLine(mergePieces(read))
}

/** Tells whether a reader finds words there; brackets and breaks alone are none. */
export function hasWords(inlines: readonly Inline[]): boolean {
  return inlines.some(
    (inline) =>
      (inline.kind === 'text' && /\S/.test(inline.text)) ||
      inline.kind === 'reference' ||
      inline.kind === 'note',
  )
}

function readText(text: string, looks: Looks, href: string | null): Inline[] {
  return cleanText(text)
    .split('\n')
    .flatMap((line, index): Inline[] => {
      const piece: Inline[] =
        line === '' ? [] : [{ kind: 'text', text: line, ...looks, ...(href === null ? {} : { href }) }]
      return index === 0 ? piece : [{ kind: 'break' }, ...piece]
    })
}

function readAtom(atom: Readonly<Record<string, unknown>>, looks: Looks, reader: AtomReader): Inline | null {
  switch (atom.t) {
    case 'break':
      return { kind: 'break' }
    case 'mention':
      return { kind: 'text', text: reader.mention(atom), ...looks }
    case 'bracket': {
      const bracket = reader.bracket(atom)
      return bracket === null ? null : { ...bracket, ...looks }
    }
    case 'note':
      return reader.note(atom)
    case 'ref':
      return { kind: 'reference', item: String(atom.item), text: '', ...looks }
    default:
      return null
  }
}

function looksOf(formats: Formats, { bold, partsMayBeBold }: LineStyle): Looks {
  return {
    ...(bold || (partsMayBeBold && formats.bold === true) ? { bold: true } : {}),
    ...(formats.italic === true ? { italic: true } : {}),
    ...(formats.underline === true ? { underline: true } : {}),
    ...(formats.strike === true ? { strike: true } : {}),
  }
}

function hrefOf(formats: Formats, reader: AtomReader): string | null {
  if (formats.link === undefined) return null
  const href = safeHref(formats.link)
  if (href === null) reader.leaveOutLink()
  return href
}

/** Text comes in one piece for each author's run; a document knows no authors. */
export function mergePieces(inlines: readonly Inline[]): Inline[] {
  const merged: Inline[] = []
  for (const inline of inlines) {
    const last = merged.at(-1)
    if (inline.kind === 'text' && last?.kind === 'text' && sameLooks(inline, last)) {
      merged[merged.length - 1] = { ...last, text: last.text + inline.text }
    } else merged.push(inline)
  }
  return merged
}

function sameLooks(one: Looks & { href?: string }, other: Looks & { href?: string }): boolean {
  return (
    one.bold === other.bold &&
    one.italic === other.italic &&
    one.underline === other.underline &&
    one.strike === other.strike &&
    one.href === other.href
  )
}

/** Takes white space and breaks off both ends of a line. */
function trimLine(inlines: readonly Inline[]): Inline[] {
  const line = [...inlines]
  for (const end of [0, -1] as const) {
    for (let outer = line.at(end); outer !== undefined; outer = line.at(end)) {
      const text = outer.kind === 'text' ? (end === 0 ? outer.text.trimStart() : outer.text.trimEnd()) : null
      if (outer.kind === 'break' || text === '') line.splice(end, 1)
      else {
        if (outer.kind === 'text' && text !== null) line.splice(end, 1, { ...outer, text })
        break
      }
    }
  }
  return line
}
