import { useCallback, useEffect, useRef, useState } from 'react'
import {
  MAX_STATEMENT_BYTES,
  type Statement,
  UNREADABLE,
  type Unreadable,
} from '../../../shared/statements/statement.ts'
import { ApiError } from '../../api/api-error.ts'
import { postFile } from '../../api/request.ts'

/** Why there is no text: what the file is, or what came between. */
export type StatementProblem = Unreadable | 'offline' | 'too-large' | 'too-many' | 'forbidden' | 'failed'

/** How far the reading of a file has come. */
export type StatementState =
  | { readonly is: 'sending'; readonly sent: number }
  | { readonly is: 'read'; readonly statement: Statement }
  | { readonly is: 'problem'; readonly problem: StatementProblem }

/** Has the server read a file of this device; `again` asks once more. The file stays chosen whatever comes. */
export function useStatementFile(address: string, file: File): { state: StatementState; again(): void } {
  const [state, setState] = useState<StatementState>({ is: 'sending', sent: 0 })
  const asking = useRef<AbortController | null>(null)
  const ask = useCallback(() => {
    asking.current?.abort()
    if (file.size > MAX_STATEMENT_BYTES) {
      setState({ is: 'problem', problem: 'too-large' })
      return
    }
    const mine = new AbortController()
    asking.current = mine
    const set = (next: StatementState): void => {
      if (!mine.signal.aborted) setState(next)
    }
    set({ is: 'sending', sent: 0 })
    const onSent = (sent: number): void => set({ is: 'sending', sent })
    postFile<Statement>(`${address}?name=${encodeURIComponent(file.name.slice(-200))}`, file, {
      signal: mine.signal,
      onSent,
    }).then(
      (statement) => set({ is: 'read', statement }),
      (error: unknown) => set({ is: 'problem', problem: problemOf(error) }),
    )
  }, [address, file])
  useEffect(() => {
    ask()
    return () => asking.current?.abort()
  }, [ask])
  return { state, again: ask }
}

function problemOf(error: unknown): StatementProblem {
  if (!(error instanceof ApiError)) return 'failed'
  const { code, detail } = error
  if (code === 'unreadable-file') return UNREADABLE.find((known) => known === detail['reason']) ?? 'damaged'
  if (code === 'offline' || code === 'too-large' || code === 'too-many' || code === 'forbidden') return code
  return 'failed'
}
