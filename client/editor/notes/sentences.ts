/**
 * Gives the place of the sentence before (-1) or after (1) an offset of a line: where one begins, or the line's end.
 * Atoms stand as U+FFFC. Without Intl.Segmenter a sentence ends at a full stop.
 */
export function nextSentence(text: string, offset: number, step: 1 | -1): number {
  const starts = sentenceStarts(text)
  if (step === 1) return starts.find((start) => start > offset) ?? text.length
  return starts.findLast((start) => start < offset) ?? 0
}

function sentenceStarts(text: string): number[] {
  if (typeof Intl.Segmenter === 'function') {
    const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })
    return [...segmenter.segment(text)].map(({ index }) => index)
  }
  return [0, ...[...text.matchAll(/[.!?؟]\s+/g)].map((end) => end.index + end[0].length)]
}
