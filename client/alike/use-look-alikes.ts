import { useCallback, useEffect, useRef, useState } from 'react'
import type { AlikeAnswer, AlikeQuestion, FoundAlike, TextToCompare } from './found-alike.ts'
import { LatestQuestion } from './latest-question.ts'

/** What looks alike. While it is looked for anew, the last that was found stays: rows are not taken from under a hand. */
export interface LookAlikes {
  /** Null: nothing was found yet. */
  readonly pairs: readonly FoundAlike[] | null
  /** The texts among which they were looked for. */
  readonly of: readonly TextToCompare[] | null
  readonly isLooking: boolean
  /** The code or the comparison did not come: pages go on without it. */
  readonly hasFailed: boolean
}

const NOTHING: LookAlikes = { pairs: null, of: null, isLooking: true, hasFailed: false }

/**
 * Looks for texts that are alike, in a worker, which gets ready while they come. `texts` null: they are not here yet. The
 * same array is looked at once; `about`: only what looks like that one.
 */
export function useLookAlikes(
  texts: readonly TextToCompare[] | null,
  language: string,
  most: number,
  about: string | null = null,
): LookAlikes {
  const [found, setFound] = useState<LookAlikes>(NOTHING)
  const looking = useRef<Looking | null>(null)
  const asked = useRef<Asked>({ number: 0, texts: null })

  const begin = useCallback((): Looking => {
    looking.current ??= beginLooking(
      (answer) => {
        const { number, texts: of } = asked.current
        if (answer.number === number)
          setFound({ pairs: answer.pairs, of, isLooking: false, hasFailed: false })
      },
      () => {
        looking.current = null
        setFound({ pairs: null, of: asked.current.texts, isLooking: false, hasFailed: true })
      },
    )
    return looking.current
  }, [])

  useEffect(() => {
    begin()
    return () => {
      looking.current?.worker.terminate()
      looking.current = null
    }
  }, [begin])

  useEffect(() => {
    const number = asked.current.number + 1
    asked.current = { number, texts }
    if (texts === null) return
    if (texts.length < 2) {
      setFound({ pairs: [], of: texts, isLooking: false, hasFailed: false })
      return
    }
    setFound((before) => ({ ...before, isLooking: true, hasFailed: false }))
    begin().questions.ask({ number, texts, about, language, most })
  }, [begin, texts, language, most, about])

  return found
}

/** The last question, and what it was about. */
interface Asked {
  readonly number: number
  readonly texts: readonly TextToCompare[] | null
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
