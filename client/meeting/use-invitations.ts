import { useCallback, useEffect, useState } from 'react'
import { get } from '../api/request.ts'
import type { InvitationFact } from './invitation-fact.ts'
import { useMeeting } from './meeting-provider.tsx'

/** Gives how the meeting's invitations stand, for the chair; null: not known (yet). `refresh` asks again. */
export function useInvitations(): { invitations: readonly InvitationFact[] | null; refresh(): void } {
  const { id, may } = useMeeting()
  const mayInvite = may('invite')
  const [invitations, setInvitations] = useState<readonly InvitationFact[] | null>(null)
  const [asked, setAsked] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what asks again.
  useEffect(() => {
    if (!mayInvite) return
    let isStale = false
    get<{ invitations: InvitationFact[] }>(`/api/meetings/${id}/invitations`).then(
      (answer) => {
        if (!isStale) setInvitations(answer.invitations)
      },
      // Without an answer the column stays empty: nothing is said that is not known.
      () => undefined,
    )
    return () => {
      isStale = true
    }
  }, [id, mayInvite, asked])
  const refresh = useCallback(() => setAsked((count) => count + 1), [])
  return { invitations, refresh }
}
