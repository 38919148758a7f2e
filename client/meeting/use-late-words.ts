import { useCallback, useEffect, useState } from 'react'
import type { WaitingWords } from '../../shared/meeting/late-words.ts'
import { ApiError } from '../api/api-error.ts'
import { get } from '../api/request.ts'
import { useRoomField } from '../sync/use-room.ts'
import { useMeeting } from './meeting-provider.tsx'
import { useLedgerFacts } from './use-ledger-facts.ts'

interface LateWords {
  /** Oldest first; null: not this member's affair, or not known (yet). */
  readonly waiting: readonly WaitingWords[] | null
  /** Why the last question was not answered. */
  readonly failure: ApiError | null
  refresh(): void
}

/** Gives the late words that wait for the chair; asked anew whenever the ledger tells of a change (SY11). */
export function useLateWords(): LateWords {
  const { id, may, ledger, reader } = useMeeting()
  const mayAdmit = may('admit-late-words')
  const changes = useLedgerFacts(reader, 'lateWords').get('lateWords')?.changes
  const link = useRoomField(ledger, 'link')
  const [answer, setAnswer] = useState<Omit<LateWords, 'refresh'>>({ waiting: null, failure: null })
  const [asked, setAsked] = useState(0)
  // What came while this page had no connection, or while the server was down, is told of by nobody.
  const isCut = link === 'offline'
  // biome-ignore lint/correctness/useExhaustiveDependencies: `changes` and `asked` are what asks again.
  useEffect(() => {
    if (!mayAdmit) setAnswer({ waiting: null, failure: null })
    if (!mayAdmit || isCut) return
    let isStale = false
    get<{ lateWords: WaitingWords[] }>(`/api/meetings/${id}/late-words`).then(
      ({ lateWords }) => {
        if (!isStale) setAnswer({ waiting: lateWords, failure: null })
      },
      (thrown: unknown) => {
        const failure = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
        if (!isStale) setAnswer(({ waiting }) => ({ waiting, failure }))
      },
    )
    return () => {
      isStale = true
    }
  }, [id, mayAdmit, isCut, changes, asked])
  const refresh = useCallback(() => setAsked((count) => count + 1), [])
  return { ...answer, refresh }
}
