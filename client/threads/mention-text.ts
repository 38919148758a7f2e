import type { CommentPart } from '../../shared/threads/thread-facts.ts'

/** Somebody who is mentioned, and how the writer's words name them. */
export interface Mention {
  readonly of: 'member' | 'mechanism'
  readonly id: string
  readonly label: string
}

/** What stands in a composer: words in which `@` and a label stand for somebody. */
export interface ComposedText {
  readonly text: string
  readonly mentions: readonly Mention[]
}

/** Gives the parts of a comment that is sent: where a mention's label still stands whole, it is that mention. */
export function partsOf({ text, mentions }: ComposedText): CommentPart[] {
  // The longest first: "@A. Kaya-Lind" does not mention A. Kaya.
  const labels = [...mentions].sort((one, other) => other.label.length - one.label.length)
  const parts: CommentPart[] = []
  let words = ''
  const trimmed = text.trim()
  for (let at = 0; at < trimmed.length; ) {
    const found =
      trimmed[at] === '@' ? labels.find(({ label }) => trimmed.startsWith(label, at + 1)) : undefined
    if (found === undefined) {
      words += trimmed[at]
      at++
      continue
    }
    if (words !== '') parts.push(words)
    words = ''
    parts.push({ of: found.of, id: found.id })
    at += 1 + found.label.length
  }
  if (words !== '') parts.push(words)
  return parts
}

/** Gives the text to edit a comment in. */
export function textOf(
  parts: readonly CommentPart[],
  labelOf: (mention: Pick<Mention, 'of' | 'id'>) => string,
): ComposedText {
  const mentions = new Map<string, Mention>()
  const text = parts.map((part) => {
    if (typeof part === 'string') return part
    const label = labelOf(part)
    mentions.set(`${part.of}:${part.id}`, { ...part, label })
    return `@${label}`
  })
  return { text: text.join(''), mentions: [...mentions.values()] }
}

/** What is being typed after an `@`, up to the caret; null: nobody is being mentioned there. */
export function mentionAt(
  text: string,
  caret: number,
): { readonly from: number; readonly words: string } | null {
  const from = text.lastIndexOf('@', caret - 1)
  if (from < 0) return null
  // In the middle of a word it is an address of e-mail or a handle.
  if (from > 0 && /[\p{L}\p{N}]/u.test(text[from - 1] ?? '')) return null
  const words = text.slice(from + 1, caret)
  // A name has few words; after that, or a line's end, the sentence goes on.
  if (/\n/.test(words) || words.split(' ').length > 4 || words.startsWith(' ')) return null
  return { from, words }
}

/** Puts a mention where its `@` and first letters stand; gives the text and the caret after it. */
export function putMention(
  composed: ComposedText,
  { from, words }: { readonly from: number; readonly words: string },
  mention: Mention,
): { readonly composed: ComposedText; readonly caret: number } {
  const { text, mentions } = composed
  const rest = text.slice(from + 1 + words.length)
  const space = rest.startsWith(' ') ? '' : ' '
  const written = `@${mention.label}${space}`
  return {
    composed: {
      text: text.slice(0, from) + written + rest,
      mentions: [...mentions.filter((each) => each.of !== mention.of || each.id !== mention.id), mention],
    },
    caret: from + written.length + (space === '' ? 1 : 0),
  }
}
