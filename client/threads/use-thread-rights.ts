import type { MemberId } from '../../shared/ids/ids.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { isInternal, type ShownComment, type ShownThread } from './thread.ts'

/** What I may do with a thread: what is not allowed is not shown. */
export interface ThreadRights {
  readonly reply: boolean
  readonly resolve: boolean
  readonly change: (comment: ShownComment) => boolean
}

/** Gives what I may do with a thread now. */
export function useThreadRights(thread: ShownThread): ThreadRights {
  const { may } = useMeeting()
  const internal = isInternal(thread)
  const edit = internal ? 'edit-internal-comment' : 'edit-comment'
  return {
    reply: may(internal ? 'comment-internally' : 'comment'),
    resolve: may('resolve-thread', { owner: thread.by as MemberId }),
    change: ({ by, deleted }) => deleted === null && may(edit, { owner: by as MemberId }),
  }
}
