import { useEffect, useState } from 'react'
import { useParams } from 'react-router'
import { ApiError } from '../../api/api-error.ts'
import { get } from '../../api/request.ts'
import type { Invitation } from './invitation.ts'
import { Invited } from './invited.tsx'
import { LinkTrouble } from './link-trouble.tsx'

type Seen =
  | { readonly state: 'asking' }
  | { readonly state: 'invited'; readonly invitation: Invitation }
  | { readonly state: 'refused'; readonly error: ApiError }

/** An invitation's page. Looking uses nothing up; the button does. */
export function JoinPage() {
  const { token = '' } = useParams()
  const [seen, setSeen] = useState<Seen>({ state: 'asking' })
  const [asked, setAsked] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` is what asks again.
  useEffect(() => {
    let isStale = false
    const set = (next: Seen): void => {
      if (!isStale) setSeen(next)
    }
    get<Invitation>(`/api/invitations/${encodeURIComponent(token)}`).then(
      (invitation) => set({ state: 'invited', invitation }),
      (error: unknown) => {
        if (!(error instanceof ApiError)) throw error
        set({ state: 'refused', error })
      },
    )
    return () => {
      isStale = true
    }
  }, [token, asked])

  if (seen.state === 'asking') return null
  if (seen.state === 'refused')
    return <LinkTrouble error={seen.error} onAgain={() => setAsked((count) => count + 1)} />
  return <Invited token={token} invitation={seen.invitation} onRefused={setRefused} />

  function setRefused(error: ApiError): void {
    setSeen({ state: 'refused', error })
  }
}
