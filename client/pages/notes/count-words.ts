import type { Node } from '@tiptap/pm/model'

/** Words of texts, counted where the language itself says they end (Chinese and Thai write none of the spaces). */
const segmenter =
  typeof Intl.Segmenter === 'undefined' ? null : new Intl.Segmenter(undefined, { granularity: 'word' })

/** Counts the words of a text. */
export function countWords(text: string): number {
  if (segmenter === null) return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu)?.length ?? 0
  let words = 0
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike === true) words++
  return words
}

const counted = new WeakMap<Node, number>()

/** Lines that stay the same are the same objects: each is counted once. */
export function countLine(line: Node): number {
  const known = counted.get(line)
  if (known !== undefined) return known
  const words = countWords(textOf(line, 0, line.content.size))
  counted.set(line, words)
  return words
}

/** Gives what stands between two places, with what mentions say; lines apart. */
export function textOf(node: Node, from: number, to: number): string {
  return node.textBetween(from, to, '\n', ({ attrs }) => {
    const label: unknown = attrs.atom?.label
    return typeof label === 'string' ? label : ' '
  })
}
