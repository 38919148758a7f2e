import MarkdownIt, { type Env, type Token } from 'markdown-it'
import type { LeftOut, Statement, StatementBlock, StatementRun } from '../../shared/statements/statement.ts'
import { decodeText } from './decode-text.ts'
import { MAX_NESTING } from './statement-limits.ts'
import { type Looks, safeLink, tidyRuns } from './statement-runs.ts'
import { withTypedNumber } from './typed-number.ts'
import { UnreadableFile } from './unreadable-file.ts'

const MAX_HEADING = 3
const MAX_DEPTH = 5

/** HTML is text here, addresses stay as they were typed, and nothing is made typographic. */
const parser = new MarkdownIt({
  html: false,
  linkify: false,
  typographer: false,
  maxNesting: MAX_NESTING,
}).enable(['table', 'strikethrough'])

interface List {
  readonly isNumbered: boolean
  next: number
}

/** Reads Markdown (CommonMark with tables and struck text). Every word that it shows is in a block. */
export function readMarkdown(bytes: Uint8Array): Statement {
  const { text, isGuessed } = decodeText(bytes)
  const reading = new MarkdownReading()
  const env: Env = {}
  const tokens = parser.parse(text, env)
  if (tokens.some(({ level }) => level >= MAX_NESTING - 1)) throw new UnreadableFile('too-much')
  for (const token of tokens) reading.read(token)
  const { blocks, left, addresses } = reading
  const unused = Object.values(env.references ?? {}).filter(({ href }) => !addresses.has(href)).length
  if (unused > 0) left.set('definitions', unused)
  if (isGuessed) left.set('encoding', 1)
  return { blocks, left: [...left].map(([what, count]) => ({ what, count })) }
}

class MarkdownReading {
  readonly blocks: StatementBlock[] = []
  readonly left = new Map<LeftOut['what'], number>()
  /** Where its links and images point. */
  readonly addresses = new Set<string>()
  readonly #lists: List[] = []
  /** The sign of the item that has just begun, for its first paragraph. */
  #sign: Pick<StatementBlock, 'type' | 'number' | 'depth'> | null = null
  #heading: number | null = null
  #row: StatementRun[] | null = null

  read(token: Token): void {
    switch (token.type) {
      case 'heading_open':
        this.#heading = Math.min(Number(token.tag.slice(1)), MAX_HEADING)
        return
      case 'bullet_list_open':
      case 'ordered_list_open':
        this.#lists.push({
          isNumbered: token.type === 'ordered_list_open',
          next: Number(token.attrGet('start') ?? 1),
        })
        return
      case 'bullet_list_close':
      case 'ordered_list_close':
        this.#lists.pop()
        return
      case 'list_item_open':
        this.#sign = this.#nextSign(token.markup)
        return
      case 'list_item_close':
        this.#sign = null
        return
      case 'table_open':
        this.#count('tables')
        return
      case 'tr_open':
        this.#row = []
        return
      case 'tr_close':
        this.#add(this.#row ?? [])
        this.#row = null
        return
      case 'inline':
        this.#readInline(token)
        return
      case 'fence':
      case 'code_block':
        for (const line of token.content.split('\n')) this.#add([{ text: line }])
        return
      default:
        return
    }
  }

  #nextSign(markup: string): Pick<StatementBlock, 'type' | 'number' | 'depth'> {
    const depth = Math.min(this.#lists.length - 1, MAX_DEPTH)
    const list = this.#lists.at(-1)
    if (list?.isNumbered !== true) return { type: 'bullet', ...(depth > 0 && { depth }) }
    return { type: 'paragraph', number: `${list.next++}${markup}` }
  }

  #readInline(token: Token): void {
    const runs: StatementRun[] = []
    let looks: Looks[] = [{}]
    for (const child of token.children ?? []) {
      const now = looks.at(-1) ?? {}
      const opened = this.#looksOf(child)
      if (opened !== null) looks = [...looks, { ...now, ...opened }]
      else if (child.nesting === -1) looks = looks.slice(0, -1)
      else runs.push(...this.#contentOf(child, now))
    }
    if (this.#row === null) this.#add(runs)
    else this.#row.push(...(this.#row.length > 0 ? [{ text: ' | ' }] : []), ...runs)
  }

  #looksOf(token: Token): Looks | null {
    switch (token.type) {
      case 'strong_open':
        return { bold: true }
      case 'em_open':
        return { italic: true }
      case 's_open':
        return { strike: true }
      case 'link_open': {
        const address = String(token.attrGet('href') ?? '')
        this.addresses.add(address)
        const link = safeLink(address)
        if (link === null) this.#count('links')
        return link === null ? {} : { link }
      }
      default:
        return token.nesting === 1 ? {} : null
    }
  }

  #contentOf(token: Token, looks: Looks): StatementRun[] {
    switch (token.type) {
      case 'softbreak':
        return [{ ...looks, text: ' ' }]
      case 'hardbreak':
        return [{ text: '', break: true }]
      case 'image':
        this.#count('images')
        this.addresses.add(String(token.attrGet('src') ?? ''))
        return [{ ...looks, text: token.content }]
      default:
        return [{ ...looks, text: token.content }]
    }
  }

  #add(raw: readonly StatementRun[]): void {
    const runs = tidyRuns(raw)
    const sign = this.#sign
    const heading = this.#heading
    this.#heading = null
    if (runs.length === 0) return
    this.#sign = null
    const level = heading === null ? {} : { type: 'heading' as const, level: heading }
    this.blocks.push(withTypedNumber({ type: 'paragraph', ...sign, ...level, runs }))
  }

  #count(what: LeftOut['what']): void {
    this.left.set(what, (this.left.get(what) ?? 0) + 1)
  }
}
