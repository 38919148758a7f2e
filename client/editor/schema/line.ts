import { Node } from '@tiptap/core'
import { Plugin } from '@tiptap/pm/state'
import type { Attributes } from '../../../shared/text/block.ts'
import { blockType } from '../../../shared/text/block.ts'
import { LINE_NODE } from '../binding/block-node.ts'
import { flattenHtml } from './flatten-html.ts'
import { tellPasteLeft } from './paste-left.ts'
import { linesOfSpeaker } from './pasted-lines.ts'

/** A block of flat text, of whatever type: its marker's attributes travel in one attribute (TX6). */
export const LineNode = Node.create({
  name: LINE_NODE,
  content: 'inline*',
  defining: true,
  addAttributes() {
    return {
      id: { default: null, rendered: false },
      attributes: { default: {}, rendered: false },
    }
  },
  parseHTML() {
    return [
      { tag: '[data-line]', getAttrs: (element) => readLine(element) },
      { tag: 'h1', attrs: heading(1) },
      { tag: 'h2', attrs: heading(2) },
      { tag: 'h3,h4,h5,h6', attrs: heading(3) },
      { tag: 'li', getAttrs: (element) => listItem(element) },
      { tag: 'p,div,blockquote,pre', attrs: { id: null, attributes: {} }, priority: 20 },
    ]
  },
  addProseMirrorPlugins() {
    return [
      new Plugin({
        props: {
          transformPastedHTML: (html, view) => flattenHtml(html, (left) => tellPasteLeft(view.dom, left)),
          transformPasted: (slice, view) => linesOfSpeaker(slice, view),
        },
      }),
    ]
  },
  renderHTML({ node }) {
    const attributes = node.attrs.attributes as Attributes
    const type = blockType(attributes)
    const level = Math.min(3, Math.max(1, Number(attributes.level) || 1))
    const tag = type === 'heading' ? `h${level}` : 'p'
    const html: Record<string, string> = {
      'data-line': String(node.attrs.id),
      'data-type': type,
      'data-attributes': JSON.stringify(attributes),
      dir: 'auto',
    }
    if (typeof attributes.lang === 'string') html.lang = attributes.lang
    if (type === 'bullet' || type === 'ordered') html['data-depth'] = String(Number(attributes.depth) || 0)
    return [tag, html, 0]
  },
})

function heading(level: number): { id: null; attributes: Attributes } {
  return { id: null, attributes: { type: 'heading', level } }
}

/** Reads a line copied from a Minuta page. Only primitives are taken: the clipboard is anybody's. */
function readLine(element: HTMLElement): { id: string | null; attributes: Attributes } {
  const id = element.getAttribute('data-line')
  const attributes: Record<string, unknown> = {}
  try {
    const parsed: unknown = JSON.parse(element.getAttribute('data-attributes') ?? '{}')
    for (const [key, value] of Object.entries(parsed ?? {})) {
      if (['string', 'number', 'boolean'].includes(typeof value)) attributes[key] = value
    }
  } catch {
    // Not ours after all: a plain paragraph.
  }
  return { id: id !== null && /^[A-Za-z0-9_-]{1,64}$/.test(id) ? id : null, attributes }
}

/** Nested lists flatten: depth says how far in an item stood. */
function listItem(element: HTMLElement): { id: null; attributes: Attributes } {
  let depth = -1
  for (let at: HTMLElement | null = element; at !== null; at = at.parentElement) {
    if (at.tagName === 'UL' || at.tagName === 'OL') depth++
  }
  const type = element.parentElement?.tagName === 'OL' ? 'ordered' : 'bullet'
  return { id: null, attributes: depth > 0 ? { type, depth: Math.min(depth, 5) } : { type } }
}
