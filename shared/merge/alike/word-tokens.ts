/** A word as it stands in a text: UTF-16 offsets. A run of Han characters is one. */
export interface WordToken {
  readonly from: number
  readonly to: number
  readonly word: string
}

const HAN = /\p{Script=Han}/u
// Marks and tatweel belong to the word they stand in: vowelled Arabic would fall apart without them.
const OF_WORDS = /[\p{L}\p{N}\p{M}\u0640]/u

/** What a character is part of. */
const BETWEEN = 1
const IN_WORD = 2
const IN_HAN = 3

/** For each UTF-16 unit that was met, what it is part of; 0: not met yet. Thousands of texts are read at once. */
const kinds = new Uint8Array(0x1_0000)

/** Gives the words of a text, in order. */
export function wordTokens(text: string): WordToken[] {
  const spans = wordSpans(text)
  const tokens: WordToken[] = []
  for (let at = 0; at < spans.length; at += 2) {
    const [from, to] = [spans[at] as number, spans[at + 1] as number]
    tokens.push({ from, to, word: text.slice(from, to) })
  }
  return tokens
}

/** Gives where the words of a text stand, in order: where each begins, then where it ends. */
export function wordSpans(text: string): number[] {
  const spans: number[] = []
  let open = BETWEEN
  let from = 0
  for (let at = 0; at < text.length; ) {
    const unit = text.charCodeAt(at)
    const isSurrogate = (unit & 0xf800) === 0xd800
    const point = isSurrogate ? (text.codePointAt(at) as number) : unit
    const kind = kindOf(point)
    if (kind !== open) {
      if (open !== BETWEEN) spans.push(from, at)
      from = at
      open = kind
    }
    at += point > 0xffff ? 2 : 1
  }
  if (open !== BETWEEN) spans.push(from, text.length)
  return spans
}

function kindOf(point: number): number {
  const known = kinds[point] ?? 0
  if (known !== 0) return known
  const letter = String.fromCodePoint(point)
  const kind = HAN.test(letter) ? IN_HAN : OF_WORDS.test(letter) ? IN_WORD : BETWEEN
  if (point < kinds.length) kinds[point] = kind
  return kind
}
