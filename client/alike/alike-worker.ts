import { findAlike } from './find-alike.ts'
import type { AlikeAnswer, AlikeQuestion } from './found-alike.ts'

// The lexicon and its comparisons, beside the page: nothing that somebody types waits for them.

addEventListener('message', ({ data }: MessageEvent<AlikeQuestion>) => {
  const answer: AlikeAnswer = { number: data.number, pairs: findAlike(data) }
  postMessage(answer)
})
