import { useEffect, useRef, useState } from 'react'
import type { AlikeAnswer, AlikeQuestion, FoundAlike, TextToCompare } from './found-alike.ts'
import { LatestQuestion } from './latest-question.ts'

/** What looks alike. While it is looked for anew, the last that was found stays: rows are not taken from under a hand. */
export interface LookAlikes {
  /** Null: nothing was found yet. */
  readonly pairs: readonly FoundAlike[] | null
  readonly isLooking: boolean
  /** The code or the comparison did not come: pages go on without it. */
  readonly hasFailed: boolean
}

const NOTHING: LookAlikes = { pairs: null, isLooking: true, hasFailed: false }

/**
 * Looks for texts that are alike, in a worker. `texts` null: they are not here yet. The same array is looked at once;
 * `about`: only what looks like that one.
 */
export function useLookAlikes(
  texts: readonly TextToCompare[] | null,
  language: string,
  most: number,
  about: string | null = null,
): LookAlikes {
  const [found, setFound] = useState<LookAlikes>(NOTHING)
  const looking = useRef<Looking | null>(null)
  const asked = useRef(0)

  useEffect(
    () => () => {
      looking.current?.worker.terminate()
      looking.current = null
    },
    [],
  )

  useEffect(() => {
    const number = ++asked.current
    if (texts === null) return
    if (texts.length < 2) {
      setFound({ pairs: [], isLooking: false, hasFailed: false })
      return
    }
    setFound(({ pairs }) => ({ pairs, isLooking: true, hasFailed: false }))
    looking.current ??= beginLooking(
      (answer) => {
        if (answer.number === asked.current)
          setFound({ pairs: answer.pairs, isLooking: false, hasFailed: false })
      },
      () => {
        looking.current = null
        setFound({ pairs: null, isLooking: false, hasFailed: true })
      },
    )
    looking.current.questions.ask({ number, texts, about, language, most })
  }, [texts, language, most, about])

  return found
}

interface Looking {
  readonly worker: Worker
  readonly questions: LatestQuestion<AlikeQuestion>
}

/** Begins a worker. One that failed answers nothing more: the next question is for another. */
function beginLooking(onAnswer: (answer: AlikeAnswer) => void, onFailure: () => void): Looking {
  const worker = new Worker(new URL('./alike-worker.ts', import.meta.url), { type: 'module' })
  const questions = new LatestQuestion<AlikeQuestion>((question) => worker.postMessage(question))
  worker.addEventListener('message', ({ data }: MessageEvent<AlikeAnswer>) => {
    questions.answered()
    onAnswer(data)
  })
  worker.addEventListener('error', () => {
    worker.terminate()
    onFailure()
  })
  return { worker, questions }
}
