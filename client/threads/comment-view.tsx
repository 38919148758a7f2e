import { Clock, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { CommentMenu } from './comment-menu.tsx'
import { CommentWords } from './comment-words.tsx'
import { Composer } from './composer.tsx'
import { copyText } from './copy-text.ts'
import { textOf } from './mention-text.ts'
import type { ShownComment, ShownThread, Waiting } from './thread.ts'
import { whenWords, writerWords } from './thread-words.ts'
import { useAllDrafts, useDrafts } from './use-drafts.ts'
import { useMentionLabel } from './use-mention-choices.ts'
import { useThreadRights } from './use-thread-rights.ts'
import { useEntries } from './use-threads.ts'

interface CommentViewProps {
  thread: ShownThread
  comment: ShownComment
  /** Gives the focus back to the thread. */
  onFocus(): void
}

/** One comment of a thread that is open: who, when, words, and what its writer can do with it. */
export function CommentView({ thread, comment, onFocus }: CommentViewProps) {
  const { t, language } = useText()
  const meeting = useMeeting()
  const outbox = useOutbox()
  const drafts = useDrafts()
  const labelOf = useMentionLabel()
  const rights = useThreadRights(thread)
  const name = `comment:${comment.id}` as const
  const isEdited = useAllDrafts().has(name)
  const writer = writerWords(t, language, meeting, comment.by)
  const { room } = thread
  const mayChange = rights.change(comment) && comment.waiting === null

  const stopEditing = (): void => {
    drafts.remove(name)
    onFocus()
  }
  const edit = (): void => {
    drafts.set(name, {
      ...textOf(comment.parts, labelOf),
      subject: null,
      internal: false,
      at: Date.now(),
    })
  }
  return (
    <li className="comment">
      <Avatar person={writer} />
      <div className="comment-body">
        <p className="comment-head">
          <bdi className="comment-name">{writer.name}</bdi> <bdi>{writer.detail}</bdi>
          {' · '}
          <bdi className="comment-time">{whenWords(language, comment.at, meeting.meeting.timeZone)}</bdi>
          {comment.edited !== null && comment.deleted === null && <> · {t('threads.edited')}</>}
        </p>
        {isEdited ? (
          <Composer
            name={name}
            label={t('threads.editing')}
            send={t('threads.keep')}
            autoFocus
            onSend={(parts) => {
              outbox.add({ does: 'edit', thread: thread.id, room, comment: comment.id, parts })
              onFocus()
            }}
            onLeave={onFocus}
            onCancel={stopEditing}
          />
        ) : (
          <CommentWords comment={comment} />
        )}
        {comment.waiting !== null && <WaitingNotice waiting={comment.waiting} />}
      </div>
      {!isEdited && (
        <CommentMenu
          thread={thread}
          comment={comment}
          name={writer.name}
          mayChange={mayChange}
          onEdit={edit}
          onFocus={onFocus}
        />
      )}
    </li>
  )
}

/** What of it has not reached the server, and, where it was refused, the ways on. */
export function WaitingNotice({ waiting }: { waiting: Waiting }) {
  const { t } = useText()
  const outbox = useOutbox()
  const labelOf = useMentionLabel()
  const [isCopied, setCopied] = useState(false)
  const entry = useEntries().find(({ id }) => id === waiting.entry)
  if (waiting.refused === null) {
    return (
      <p className="comment-waiting">
        <Clock aria-hidden /> {t(outbox.cannotKeep ? 'threads.waitingHere' : 'threads.waiting')}
      </p>
    )
  }
  const { message, hint } = errorWords(t, waiting.refused)
  const words = entry !== undefined && 'parts' in entry.wish ? textOf(entry.wish.parts, labelOf).text : ''
  return (
    <div className="comment-refused" role="alert">
      <p>
        <TriangleAlert aria-hidden /> {t('threads.refused')} {message} {hint}
      </p>
      {waiting.does === 'edit' && <p className="comment-refused-words">{words}</p>}
      <div className="comment-refused-acts">
        <Button size="small" onPress={() => outbox.again(waiting.entry)}>
          {t('threads.again')}
        </Button>
        {words !== '' && (
          <Button
            variant="quiet"
            size="small"
            onPress={() => void copyText(words).then(() => setCopied(true))}
          >
            {t(isCopied ? 'threads.copied' : 'threads.copy')}
          </Button>
        )}
        <Button variant="quiet" size="small" onPress={() => outbox.letGo(waiting.entry)}>
          {t('threads.discard')}
        </Button>
      </div>
    </div>
  )
}
