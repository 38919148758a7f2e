import type { Credit, Inline, NoteMark, TextPiece } from './report.ts'

/** What an item may end with; two full stops in a row are an ellipsis. */
const STOPS = '.;\u061B'

/**
 * Puts the proposers at the end of an item's words, before its full stop: `… prior approval (Belgium); (Finland).` A
 * semicolon there stays one; whatever else ends the words stays before them. Marks of footnotes stay outermost.
 */
export function addCredit(inlines: readonly Inline[], credit: Credit): Inline[] {
  const line = [...inlines]
  const notes: NoteMark[] = []
  for (let last = line.at(-1); last?.kind === 'note'; last = line.at(-1)) {
    notes.unshift(last)
    line.pop()
  }
  let stop = '.'
  const last = line.at(-1)
  if (last?.kind === 'text') {
    const words = last.text.trimEnd()
    const isStop = STOPS.includes(words.at(-1) ?? ' ') && words.at(-2) !== '.'
    if (isStop) stop = words.at(-1) ?? stop
    const text = isStop ? words.slice(0, -1).trimEnd() : words
    line.pop()
    if (text !== '') line.push({ ...last, text })
  }
  const { kind: _kind, labels: _labels, text: _text, ...looks } = credit
  const end: TextPiece = { kind: 'text', text: stop, ...looks }
  return [...line, credit, end, ...notes]
}
