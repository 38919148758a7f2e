import type { StatementRun } from '../../../shared/statements/statement.ts'
import { childOf, childrenOf, textOf, type XmlElement } from '../parse-xml.ts'
import { type Looks, safeLink } from '../statement-runs.ts'
import { chooseAlternative } from './alternative.ts'
import type { DocxSource } from './docx-source.ts'
import { valOf } from './docx-styles.ts'

/** The text of one paragraph, and the blocks that hang on it: boxes, notes, what is nested against the rules. */
export interface ParagraphText {
  readonly runs: StatementRun[]
  readonly hanging: Hanging[]
}

/** Blocks that follow a paragraph; `mark` stands before the first of them. */
export interface Hanging {
  readonly blocks: XmlElement
  readonly mark: string | null
}

const NO_BREAK_HYPHEN = '\u2011'
const UNKNOWN_SYMBOL = '\u25a1'
/** Signs of symbol fonts lie here: which sign is meant, only the font knows. */
const PRIVATE_USE = 0xe000

/** Reads what stands in a paragraph. */
export function readRuns(paragraph: XmlElement, source: DocxSource): ParagraphText {
  const text: ParagraphText = { runs: [], hanging: [] }
  for (const child of elementsOf(paragraph)) readInline(child, {}, text, source)
  return text
}

function readInline(element: XmlElement, looks: Looks, text: ParagraphText, source: DocxSource): void {
  const { left } = source
  switch (element.name) {
    case 'w:pPr':
    case 'w:rPr':
    case 'w:sdtPr':
      return
    case 'w:r':
      readRun(element, looks, text, source)
      return
    case 'w:t':
    case 'm:t':
      left.take(element)
      text.runs.push({ ...looks, text: textOf(element) })
      return
    case 'a:t':
      // Labels of a drawing stand apart from each other.
      left.take(element)
      text.runs.push({ ...looks, text: ` ${textOf(element)} ` })
      return
    case 'w:del':
    case 'w:moveFrom':
      left.leave('deletions', element, false)
      return
    case 'w:hyperlink':
      readInside(element, { ...looks, ...linkOf(element, source) }, text, source)
      return
    case 'mc:AlternateContent': {
      const chosen = chooseAlternative(element, left)
      if (chosen !== null) readInside(chosen, looks, text, source)
      return
    }
    case 'w:p':
    case 'w:tbl':
      text.hanging.push({ blocks: { name: 'w:body', attributes: {}, children: [element] }, mark: null })
      return
    case 'w:txbxContent':
      text.hanging.push({ blocks: element, mark: null })
      return
    default:
      if (!readSign(element, looks, text, source)) readInside(element, looks, text, source)
  }
}

function readInside(element: XmlElement, looks: Looks, text: ParagraphText, source: DocxSource): void {
  for (const child of elementsOf(element)) readInline(child, looks, text, source)
}

function readRun(run: XmlElement, around: Looks, text: ParagraphText, source: DocxSource): void {
  const properties = childOf(run, 'w:rPr')
  const style = source.styles.of(valOf(childOf(properties, 'w:rStyle')))
  const looks = [...style.looks, properties].reduce(withLooks, around)
  if (isOn(childOf(properties, 'w:vanish')) && wordy(run)) {
    source.left.leave('hidden', run, true)
    return
  }
  readInside(run, looks, text, source)
}

/** Reads what in a run is no text of its own; false where it is something else. */
function readSign(element: XmlElement, looks: Looks, text: ParagraphText, source: DocxSource): boolean {
  const say = (words: string): void => void text.runs.push({ ...looks, text: words })
  switch (element.name) {
    case 'w:tab':
    case 'w:ptab':
      say('\t')
      return true
    case 'w:br':
      // A page that ends is no line of the text.
      if ((element.attributes['w:type'] ?? 'textWrapping') === 'textWrapping')
        text.runs.push({ text: '', break: true })
      return true
    case 'w:cr':
      text.runs.push({ text: '', break: true })
      return true
    case 'w:noBreakHyphen':
      say(NO_BREAK_HYPHEN)
      return true
    case 'w:sym':
      say(symbolOf(element, source))
      return true
    case 'w:footnoteReference':
    case 'w:endnoteReference': {
      const note = source.note(element.name === 'w:footnoteReference' ? 'foot' : 'end', element)
      if (note === null) return true
      say(note.mark)
      text.hanging.push(note)
      return true
    }
    case 'w:drawing':
    case 'w:pict':
    case 'w:object':
      readDrawing(element, looks, text, source)
      return true
    default:
      return false
  }
}

/** Boxes of text in a drawing are kept; pictures and charts are counted. */
function readDrawing(element: XmlElement, looks: Looks, text: ParagraphText, source: DocxSource): void {
  const before = text.hanging.length
  readInside(element, looks, text, source)
  if (holds(element, 'blip') || holds(element, 'imagedata')) source.left.count('images')
  else if (text.hanging.length === before && !isRule(element)) source.left.count('drawings')
}

/** A line across the page is drawn as an empty shape. */
function isRule(element: XmlElement): boolean {
  return !['chart', 'relIds', 'OLEObject', 'wgp', 'wpc'].some((name) => holds(element, name))
}

function holds(element: XmlElement, local: string): boolean {
  return element.children.some((child) => {
    return typeof child !== 'string' && (child.name.endsWith(`:${local}`) || holds(child, local))
  })
}

function symbolOf(element: XmlElement, { left }: DocxSource): string {
  const code = Number.parseInt(element.attributes['w:char'] ?? '', 16)
  if (code > 0x20 && code < 0xd800) return String.fromCodePoint(code)
  left.count('symbols')
  return code >= PRIVATE_USE || Number.isNaN(code) ? UNKNOWN_SYMBOL : ''
}

function linkOf(element: XmlElement, { links, left }: DocxSource): Looks {
  const address = links.get(element.attributes['r:id'] ?? '')
  if (address === undefined) return {}
  const link = safeLink(address)
  if (link === null) left.count('links')
  return link === null ? {} : { link }
}

function withLooks(looks: Looks, properties: XmlElement | undefined): Looks {
  if (properties === undefined) return looks
  const next: { -readonly [Key in keyof Looks]: Looks[Key] } = { ...looks }
  const set = (name: 'bold' | 'italic' | 'underline' | 'strike', element: XmlElement | undefined): void => {
    if (element === undefined) return
    if (isOn(element)) next[name] = true
    else delete next[name]
  }
  set('bold', childOf(properties, 'w:b') ?? childOf(properties, 'w:bCs'))
  set('italic', childOf(properties, 'w:i') ?? childOf(properties, 'w:iCs'))
  set('strike', childOf(properties, 'w:strike') ?? childOf(properties, 'w:dstrike'))
  set('underline', childOf(properties, 'w:u'))
  // A link is underlined by being one.
  if (next.link !== undefined) delete next.underline
  return next
}

function isOn(element: XmlElement | undefined): boolean {
  return element !== undefined && !['0', 'false', 'off', 'none'].includes(valOf(element) ?? 'true')
}

function wordy(run: XmlElement): boolean {
  return childrenOf(run, 'w:t').some((text) => textOf(text).trim() !== '')
}

/** Gives the elements directly inside an element. */
export function elementsOf(element: XmlElement): XmlElement[] {
  return element.children.filter((child): child is XmlElement => typeof child !== 'string')
}
