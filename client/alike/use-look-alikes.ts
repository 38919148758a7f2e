import { useEffect, useRef, useState } from 'react'
import type { AlikeAnswer, AlikeQuestion, FoundAlike, TextToCompare } from './found-alike.ts'

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
  const worker = useRef<Worker | null>(null)
  const asked = useRef(0)

  useEffect(
    () => () => {
      worker.current?.terminate()
      worker.current = null
    },
    [],
  )

  useEffect(() => {
    if (texts === null) return
    if (texts.length < 2) {
      setFound({ pairs: [], isLooking: false, hasFailed: false })
      return
    }
    setFound(({ pairs }) => ({ pairs, isLooking: true, hasFailed: false }))
    worker.current ??= new Worker(new URL('./alike-worker.ts', import.meta.url), { type: 'module' })
    const { current } = worker
    const number = ++asked.current
    const handleAnswer = ({ data }: MessageEvent<AlikeAnswer>): void => {
      if (data.number === number) setFound({ pairs: data.pairs, isLooking: false, hasFailed: false })
    }
    const handleError = (): void => setFound({ pairs: null, isLooking: false, hasFailed: true })
    current.addEventListener('message', handleAnswer)
    current.addEventListener('error', handleError)
    const question: AlikeQuestion = { number, texts, about, language, most }
    current.postMessage(question)
    return () => {
      current.removeEventListener('message', handleAnswer)
      current.removeEventListener('error', handleError)
    }
  }, [texts, language, most, about])

  return found
}
