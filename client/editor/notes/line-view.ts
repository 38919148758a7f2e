import type { Node } from '@tiptap/pm/model'
import type { NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { type Attributes, blockType } from '../../../shared/text/block.ts'
import { directionOfLanguage, directionOfText } from '../../../shared/text/direction.ts'
import { guessLanguage } from '../../../shared/text/guess-language.ts'
import { attributesOf } from '../binding/block-node.ts'
import { type LineFace, labelOf, type NotesWords } from './line-face.ts'

/** What a click beside a line asks for. */
export type AskAbout = (what: 'speaker' | 'kind', line: string) => void

/** Letters of a mechanism's name that fit in the gutter's width. */
const GUTTER_LETTERS = 22

const SVG = 'http://www.w3.org/2000/svg'

/**
 * A line in the page: its speaker in the gutter, its kind run into its start, and the text itself, the only part that
 * is edited and copied. Speaker and kind stand outside the text, so the caret never meets them.
 */
export class LineView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  readonly #tag: string
  readonly #gutter: HTMLElement
  readonly #label: HTMLElement
  readonly #kind: HTMLElement
  readonly #placed: HTMLElement
  readonly #gloss: HTMLElement
  #node: Node
  #shown = ''
  /** Of a line whose words tell none. */
  #lang: string | null = null
  /** What its words tell, and those words. */
  #told: Told = { text: '', lang: null, direction: null }
  #beside = ''

  constructor(node: Node, ask: AskAbout) {
    this.#node = node
    this.#tag = tagOf(attributesOf(node))
    this.dom = copyBareLine()
    ;[this.#gutter, this.#label, this.#kind, this.#placed, this.#gloss] = [...this.dom.children] as Parts
    this.contentDOM = document.createElement(this.#tag)
    this.contentDOM.className = 'note-text'
    this.dom.append(this.contentDOM)
    this.#listen(this.#gutter, () => ask('speaker', String(this.#node.attrs.id)))
    this.#listen(this.#kind, () => ask('kind', String(this.#node.attrs.id)))
    this.#drawText()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type || tagOf(attributesOf(node)) !== this.#tag) return false
    this.#node = node
    this.#drawText()
    return true
  }

  /** Shows who speaks and what kind it is. False: it was shown already. */
  show(face: LineFace, words: NotesWords): boolean {
    const id = String(this.#node.attrs.id)
    const time = face.opens && face.speaker !== '' ? words.time(id) : null
    const { name, detail } = face.speaker === '' ? { name: '', detail: '' } : words.speaker(face.speaker)
    const kind = face.kind === null ? '' : words.kind(face.kind)
    const level = face.level === null ? null : words.level(face.level)
    const placed = face.placed ? words.placed : ''
    const gloss = face.gloss ? words.gloss : ''
    const said = [name, detail, level, time, kind, placed, gloss]
    const shown = [face.opens, ...said, words.whoSpeaks, words.dir, words.lang].join('\n')
    if (shown === this.#shown) return false
    this.#shown = shown
    toggle(this.dom, 'data-opens', face.opens ? '' : null)
    toggle(this.dom, 'data-kind', face.kind)
    this.dom.dataset['pageDir'] = words.dir
    const label = labelOf(face, words)
    this.#label.textContent = label === '' ? '' : `${label}: `
    this.#drawGutter(face, [name, detail, level, time], words.whoSpeaks)
    drawMark(this.#kind, `kind-${face.kind}`, kind)
    drawMark(this.#placed, 'mark-placed', placed)
    this.#gloss.textContent = gloss
    this.#lang = words.lang
    this.#drawLanguage()
    return true
  }

  /** About how many rows stand in the gutter: to know it, every line would have to be laid out. */
  get gutterRows(): number {
    return [...this.#gutter.children].reduce(
      (sum, { textContent }) => sum + Math.ceil(textContent.length / GUTTER_LETTERS),
      0,
    )
  }

  /**
   * Makes an intervention as tall as what stands beside it. Lines are laid out each by itself, so its last line is told how
   * many rows stand in the gutter and how many lines above it; null: it is not the last one.
   */
  stretch(gutter: { readonly rows: number; readonly linesAbove: number } | null): void {
    const beside = gutter === null ? '' : `${gutter.rows} ${gutter.linesAbove}`
    if (beside === this.#beside) return
    this.#beside = beside
    const { style } = this.dom
    toggle(this.dom, 'data-ends', gutter === null ? null : '')
    style.setProperty('--gutter-rows', gutter === null ? '' : String(gutter.rows))
    style.setProperty('--lines-above', gutter === null ? '' : String(gutter.linesAbove))
  }

  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return false
    // Direction and language are set here; an editor that took it for typing would draw the line again, for ever.
    if (mutation.target === this.contentDOM) return mutation.type === 'attributes'
    return !this.contentDOM.contains(mutation.target)
  }

  stopEvent(event: Event): boolean {
    const { target } = event
    return target instanceof globalThis.Node && !this.contentDOM.contains(target) && target !== this.dom
  }

  #drawText(): void {
    const attributes = attributesOf(this.#node)
    const type = blockType(attributes)
    toggle(this.dom, 'data-line', String(this.#node.attrs.id))
    toggle(this.dom, 'data-type', type)
    const isList = type === 'bullet' || type === 'ordered'
    toggle(this.dom, 'data-depth', isList ? String(Number(attributes.depth) || 0) : null)
    this.#drawLanguage()
  }

  /** As somebody has said, else as the words tell: spell-check and screen readers follow it. */
  #drawLanguage(): void {
    const { lang } = attributesOf(this.#node)
    const set = typeof lang === 'string' ? lang : null
    const text = this.#node.textContent
    if (text !== this.#told.text)
      this.#told = { text, lang: guessLanguage(text), direction: directionOfText(text) }
    toggle(this.contentDOM, 'lang', set ?? this.#told.lang ?? this.#lang)
    const page = this.dom.dataset['pageDir'] ?? 'ltr'
    const direction = set === null ? (this.#told.direction ?? page) : directionOfLanguage(set)
    if (this.contentDOM.dir !== direction) this.contentDOM.dir = direction
    toggle(this.dom, 'data-foreign', direction === page ? null : '')
  }

  #drawGutter(face: LineFace, said: readonly (string | null)[], whoSpeaks: string): void {
    this.#gutter.replaceChildren()
    if (!face.opens) return
    const [name = '', detail = '', level = null, time = null] = said
    const rows: [string, string | null][] =
      face.speaker === ''
        ? [['note-unknown', whoSpeaks]]
        : [
            ['note-speaker', name],
            ['note-mechanism', detail],
            ['note-level', level],
            ['note-time', time],
          ]
    for (const [className, text] of rows) {
      if (text === null || text === '') continue
      const row = document.createElement('bdi')
      row.className = className
      row.textContent = text
      this.#gutter.append(row)
    }
  }

  #listen(element: HTMLElement, ask: () => void): void {
    element.addEventListener('mousedown', (event) => event.preventDefault())
    element.addEventListener('click', (event) => {
      event.preventDefault()
      ask()
    })
  }
}

/** A glyph of the page's and its word; nothing where there is no word. */
function drawMark(element: HTMLElement, symbol: string, word: string): void {
  element.replaceChildren()
  if (word === '') return
  const glyph = document.createElementNS(SVG, 'svg')
  const use = document.createElementNS(SVG, 'use')
  use.setAttribute('href', `#${symbol}`)
  glyph.append(use)
  element.append(glyph, word)
}

type Parts = [HTMLElement, HTMLElement, HTMLElement, HTMLElement, HTMLElement]

interface Told {
  readonly text: string
  readonly lang: string | null
  readonly direction: 'ltr' | 'rtl' | null
}

/** A line without words, to be copied: thousands are made when a text is opened. */
let bareLine: HTMLElement | null = null

function copyBareLine(): HTMLElement {
  bareLine ??= makeBareLine()
  return bareLine.cloneNode(true) as HTMLElement
}

/** Screen readers hear the label; the hand has the gutter and the tag, the keyboard has line mode. */
function makeBareLine(): HTMLElement {
  const line = document.createElement('div')
  line.className = 'note-line'
  line.append(
    part('div', 'note-gutter'),
    part('span', 'note-label'),
    part('span', 'note-kind'),
    part('span', 'note-placed'),
    part('span', 'note-gloss'),
  )
  for (const element of line.children)
    if (element.className !== 'note-label') element.setAttribute('aria-hidden', 'true')
  return line
}

function part(tag: 'div' | 'span', className: string): HTMLElement {
  const element = document.createElement(tag)
  element.className = className
  element.contentEditable = 'false'
  return element
}

function tagOf(attributes: Attributes): string {
  if (blockType(attributes) !== 'heading') return 'p'
  // The page's own title is the first level.
  return `h${Math.min(3, Math.max(1, Number(attributes.level) || 1)) + 1}`
}

function toggle(element: HTMLElement, name: string, value: string | null): void {
  if (value === null) element.removeAttribute(name)
  else if (element.getAttribute(name) !== value) element.setAttribute(name, value)
}
