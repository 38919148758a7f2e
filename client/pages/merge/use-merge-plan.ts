import { useCallback, useEffect, useState } from 'react'
import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'

/** A plan and when it was made, by this device's clock. */
export interface MadePlan {
  readonly plan: MergePlan
  readonly at: number
}

export interface Planning {
  /** The last plan that was made; it stays while a new one is on its way. */
  readonly made: MadePlan | null
  readonly isPlanning: boolean
  readonly error: ApiError | null
  /** Makes a new plan from what is on the server's disk. */
  plan(): void
}

/** Has the server say what a merge would do: at once, and whenever it is asked. */
export function useMergePlan(meeting: string): Planning {
  const [made, setMade] = useState<MadePlan | null>(null)
  const [error, setError] = useState<ApiError | null>(null)
  /** How often it was asked; the last answer counts. */
  const [asked, setAsked] = useState(1)
  const [answered, setAnswered] = useState(0)

  useEffect(() => {
    let isWanted = true
    post<MergePlan>(`/api/meetings/${meeting}/merge/plan`).then(
      (plan) => {
        if (!isWanted) return
        setMade({ plan, at: Date.now() })
        setError(null)
        setAnswered(asked)
      },
      (thrown: unknown) => {
        if (!isWanted) return
        setError(thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0))
        setAnswered(asked)
      },
    )
    return () => {
      isWanted = false
    }
  }, [meeting, asked])

  const plan = useCallback(() => setAsked((times) => times + 1), [])
  return { made, isPlanning: answered < asked, error, plan }
}
