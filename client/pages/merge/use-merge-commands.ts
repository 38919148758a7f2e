import { nanoid } from 'nanoid'
import { useRef, useState } from 'react'
import type { CombineResult, Combining } from '../../../shared/merge/combination.ts'
import type { Choice, MergeResult, UndoResult } from '../../../shared/merge/merge-plan.ts'
import { ApiError } from '../../api/api-error.ts'
import { post } from '../../api/request.ts'

export type Asked = 'merge' | 'undo' | 'combine' | 'remember'

/** What can be asked of the server here; one thing at a time. */
export interface MergeCommands {
  readonly busy: 'merge' | 'undo' | null
  /** Why the last one was not carried out. */
  readonly error: { readonly of: Asked; readonly refusal: ApiError } | null
  /** Null: not carried out. */
  merge(choices: readonly Choice[]): Promise<MergeResult | null>
  undo(number: number): Promise<UndoResult | null>
  combine(combining: Combining): Promise<CombineResult | null>
  /** Keeps what was decided about two texts that look alike. */
  remember(pair: object): Promise<object | null>
  clear(): void
}

/**
 * Sends merges. The same wish keeps its key until the server has answered it: whoever presses again because no answer
 * came, merges once.
 */
export function useMergeCommands(meeting: string): MergeCommands {
  const [busy, setBusy] = useState<MergeCommands['busy']>(null)
  const [error, setError] = useState<MergeCommands['error']>(null)
  const wish = useRef({ what: '', key: '' })

  const send = async <Result>(of: Asked, path: string, body: object): Promise<Result | null> => {
    const what = path + JSON.stringify(body)
    if (wish.current.what !== what) wish.current = { what, key: nanoid() }
    setBusy(of === 'undo' ? 'undo' : 'merge')
    setError(null)
    try {
      const result = await post<Result>(`/api/meetings/${meeting}/${path}`, body, { key: wish.current.key })
      wish.current = { what: '', key: '' }
      return result
    } catch (thrown) {
      const refusal = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      // A refusal is an answer: what is asked next is asked anew.
      if (refusal.code !== 'offline' && refusal.status < 500) wish.current = { what: '', key: '' }
      setError({ of, refusal })
      return null
    } finally {
      setBusy(null)
    }
  }
  return {
    busy,
    error,
    merge: (choices) => send<MergeResult>('merge', 'merge', { choices }),
    undo: (number) => send<UndoResult>('undo', `merges/${number}/undo`, {}),
    combine: (combining) => send<CombineResult>('combine', 'combinations', combining),
    remember: (pair) => send<object>('remember', 'alike-pairs', pair),
    clear: () => setError(null),
  }
}
