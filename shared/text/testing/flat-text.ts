import * as Y from 'yjs'
import { type Atom, END } from '../atom.ts'
import type { Attributes, Block, Formats, Inline, Seam } from '../block.ts'
import { inlineLength } from '../block.ts'
import { renderBlocks, type View } from '../render.ts'
import { type Run, readRuns } from '../runs.ts'

// A tiny language for flat text. One line is one marker with what follows it:
//   a|One two                           a paragraph with the id `a`
//   b heading level=2 speaker=m:FRA|T   attributes; a bare word is a type, or `lead`, `gone`
//   c join=b|text                       hidden keys, as they stand in the text
//   |text                               text before the first marker
// In the text: *bold*, /italic/, ~strike~, {break} or {mention id=x} for atoms. Shown blocks also say `restored` or
// `held` in their head, and ¦id¦ where a joined run begins.

const MARKS: Readonly<Record<string, string>> = { '*': 'bold', '/': 'italic', '~': 'strike' }
const TYPES = new Set(['paragraph', 'heading', 'bullet', 'ordered', 'subparagraph', 'footnote', 'gloss'])

/** Makes a document with a flat text of these lines, all made by one client. */
export function flatText(lines: readonly string[], client = 1): Y.Text {
  const doc = new Y.Doc()
  doc.clientID = client
  const text = doc.getText('text')
  doc.transact(() => {
    for (const line of lines) appendLine(text, line)
  })
  return text
}

/** Appends one line of the language by Yjs's own calls. */
export function appendLine(text: Y.Text, line: string): void {
  const { head, body } = parseLine(line)
  if (head !== null) insertAt(text, text.length, new Y.Map(Object.entries(head)), {})
  for (const { insert, formats } of body) insertAt(text, text.length, insert, formats)
  if (head !== null) insertAt(text, text.length, END, {})
}

/** Makes a second replica of a text under another clientID. */
export function fork(text: Y.Text, client: number): Y.Text {
  const doc = new Y.Doc()
  doc.clientID = client
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(docOf(text)), 'fork')
  return doc.getText('text')
}

/** Brings replicas to the same state. */
export function sync(...texts: readonly Y.Text[]): void {
  const updates = texts.map((text) => Y.encodeStateAsUpdate(docOf(text)))
  for (const text of texts) for (const update of updates) Y.applyUpdate(docOf(text), update, 'sync')
}

/** Writes what a reader of a text sees, one string for each block. */
export function shown(text: Y.Text, view: View = {}): string[] {
  return showBlocks(renderBlocks(text, view))
}

/** Writes blocks down, one string each. */
export function showBlocks(blocks: readonly Block[]): string[] {
  return blocks.map(({ id, state, attributes, inlines, seams }) => {
    const head = [id, ...showAttributes(attributes), ...(state === 'shown' ? [] : [state])]
    return `${head.join(' ')}|${showInlines(inlines, seams)}`
  })
}

/** Writes down what stands in a text, hidden or not, one string for each marker; the root only where it has text. */
export function raw(text: Y.Text): string[] {
  return readRuns(text)
    .filter((run) => run.item !== null || run.inlines.length > 0)
    .map((run) => `${headOf(run)}|${showInlines(run.inlines)}`)
}

/** Counts what is written to a document, to show that reading writes nothing. */
export function watchWrites(doc: Y.Doc): () => { readonly updates: number; readonly state: string } {
  let updates = 0
  doc.on('update', () => {
    updates++
  })
  return () => ({ updates, state: Buffer.from(Y.encodeStateVector(doc)).toString('hex') })
}

/** Gives the document of a text. */
export function docOf(text: Y.Text): Y.Doc {
  if (text.doc === null) throw new Error('The text belongs to no document.')
  return text.doc
}

/** Gives the index, in Yjs's own counting, at which a piece of visible text starts. */
export function indexOf(text: Y.Text, piece: string): number {
  let index = 0
  const found = new Map<number, number>()
  let visible = ''
  for (let item = text._start; item !== null; item = item.right) {
    if (item.deleted || !item.countable) continue
    const str = item.content instanceof Y.ContentString ? item.content.str : '\uFFFC'
    for (let unit = 0; unit < str.length; unit++) found.set(visible.length + unit, index + unit)
    visible += str
    index += item.length
  }
  const at = found.get(visible.indexOf(piece))
  if (at === undefined) throw new Error(`"${piece}" does not stand in "${visible}".`)
  return at
}

/** Gives the map of the marker with an id. */
export function markerWith(text: Y.Text, id: string): Y.Map<unknown> {
  const item = readRuns(text).find((run) => run.id === id)?.item
  if (!(item?.content instanceof Y.ContentType)) throw new Error(`No marker "${id}".`)
  return item.content.type as unknown as Y.Map<unknown>
}

function headOf({ item, id, attributes, gone, join }: Run): string {
  if (item === null) return ''
  const hiding = [...(gone ? ['gone'] : []), ...(join === null ? [] : [`join=${join}`])]
  return [id, ...showAttributes(attributes), ...hiding].join(' ')
}

function showAttributes(attributes: Attributes): string[] {
  return Object.entries(attributes)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => {
      if (key === 'type' && TYPES.has(String(value))) return String(value)
      if (key === 'lead' && value === '1') return 'lead'
      return `${key}=${typeof value === 'object' ? JSON.stringify(value) : String(value)}`
    })
}

function showInlines(inlines: readonly Inline[], seams: readonly Seam[] = []): string {
  let out = ''
  let open = ''
  let offset = 0
  const waiting = [...seams]
  const close = (): void => {
    out += [...open].reverse().join('')
    open = ''
  }
  const showSeams = (at: number): void => {
    while (waiting[0] !== undefined && waiting[0].offset <= at) {
      close()
      out += `¦${waiting.shift()?.id}¦`
    }
  }
  for (const inline of inlines) {
    const units = 'text' in inline ? [...inline.text] : [showAtom(inline.atom)]
    for (const unit of units) {
      showSeams(offset)
      const signs = signsOf(inline.formats)
      if (signs !== open) {
        close()
        out += signs
        open = signs
      }
      out += unit
      offset += 'text' in inline ? unit.length : inlineLength(inline)
    }
  }
  showSeams(offset)
  close()
  return out
}

function signsOf(formats: Formats): string {
  const signs = Object.entries(MARKS).filter(([, key]) => formats[key] === true)
  const others = Object.entries(formats)
    .filter(([key, value]) => value !== true || !Object.values(MARKS).includes(key))
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return signs.map(([sign]) => sign).join('') + others.map(([key, value]) => `<${key}=${value}>`).join('')
}

function showAtom({ t, ...rest }: Atom): string {
  return `{${[t, ...Object.entries(rest).map(([key, value]) => `${key}=${String(value)}`)].join(' ')}}`
}

interface Written {
  readonly insert: string | Atom
  readonly formats: Record<string, true>
}

function parseLine(line: string): { head: Record<string, unknown> | null; body: Written[] } {
  const bar = line.indexOf('|')
  if (bar < 0) throw new Error(`A line needs a "|": "${line}".`)
  const [id = '', ...tokens] = line.slice(0, bar).split(' ')
  const head = id === '' ? null : { id, v: 1, ...Object.fromEntries(tokens.map(parseToken)) }
  return { head, body: parseBody(line.slice(bar + 1)) }
}

function parseToken(token: string): [string, unknown] {
  if (token === 'gone') return ['gone', true]
  if (token === 'lead') return ['lead', '1']
  if (TYPES.has(token)) return ['type', token]
  const [key = '', value = ''] = token.split('=')
  return [key, /^\d+$/.test(value) ? Number(value) : value]
}

function parseBody(body: string): Written[] {
  const written: Written[] = []
  let formats: Record<string, true> = {}
  for (const [token] of body.matchAll(/\{[^}]*\}|[*/~]|[^*/~{]+/g)) {
    const mark = MARKS[token]
    if (mark !== undefined) {
      const { [mark]: was, ...others } = formats
      formats = was === true ? others : { ...formats, [mark]: true }
    } else if (token.startsWith('{')) written.push({ insert: parseAtom(token), formats })
    else written.push({ insert: token, formats })
  }
  return written
}

function parseAtom(token: string): Atom {
  const [t = '', ...rest] = token.slice(1, -1).split(' ')
  return { t, ...Object.fromEntries(rest.map(parseToken)) }
}

function insertAt(
  text: Y.Text,
  index: number,
  insert: string | Atom | Y.Map<unknown>,
  formats: Formats,
): void {
  if (typeof insert === 'string') text.insert(index, insert, { ...formats })
  else text.insertEmbed(index, insert, { ...formats })
}
