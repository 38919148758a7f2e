import './threads.css'
import { Check, Lock, Unlink } from 'lucide-react'
import { nanoid } from 'nanoid'
import { type KeyboardEvent, type Ref, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button } from '../ui/button.tsx'
import { CommentView, WaitingNotice } from './comment-view.tsx'
import { CommentWords } from './comment-words.tsx'
import { Composer } from './composer.tsx'
import { isInternal, type ShownThread } from './thread.ts'
import { quoteOf, threadName, whenWords, writerWords } from './thread-words.ts'
import { useDraft } from './use-drafts.ts'
import { hasDraft } from './use-held-threads.ts'
import { useThreadRights } from './use-thread-rights.ts'

interface ThreadCardProps {
  thread: ShownThread
  isSelected: boolean
  /** Its passage is gone: the quote is all there is. */
  isDetached?: boolean
  /** Reached by Tab while none is selected. */
  isTabStop?: boolean
  /** Shows what it is about also while it is folded. */
  showsQuote?: boolean
  ref?: Ref<HTMLElement>
  onSelect(): void
  /** Escape: back to the text. */
  onLeave(): void
}

/** A thread: folded to its first words, or open with all its comments and a place to answer. */
export function ThreadCard(props: ThreadCardProps) {
  const {
    thread,
    isSelected,
    isDetached = false,
    isTabStop = false,
    showsQuote = false,
    ref,
    onSelect,
  } = props
  const { t, language } = useText()
  const meeting = useMeeting()
  const quote = quoteOf(thread)
  const isOpen = isSelected
  const handleKey = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
    event.preventDefault()
    onSelect()
  }
  return (
    <article
      ref={ref}
      className="thread"
      data-thread-card={thread.id}
      data-selected={isSelected || undefined}
      aria-label={threadName(t, language, meeting, thread)}
      aria-current={isSelected || undefined}
      tabIndex={isSelected || isTabStop ? 0 : -1}
      onClick={() => {
        if (!isSelected) onSelect()
      }}
      onKeyDown={handleKey}
    >
      <ThreadMarks thread={thread} isDetached={isDetached} />
      {quote !== null && (isOpen || showsQuote || isDetached) && (
        <blockquote className="thread-quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {isOpen ? <OpenThread {...props} /> : <FoldedThread thread={thread} />}
    </article>
  )
}

/** What sets a thread apart from others: said in words, since colour alone is no sign. */
function ThreadMarks({ thread, isDetached }: { thread: ShownThread; isDetached: boolean }) {
  const { t, language } = useText()
  const meeting = useMeeting()
  const { resolved } = thread
  if (!isInternal(thread) && !isDetached && resolved === null) return null
  return (
    <div className="thread-marks">
      {isInternal(thread) && (
        <span className="thread-mark">
          <Lock aria-hidden /> {t('threads.internal')}
        </span>
      )}
      {resolved !== null && (
        <span className="thread-mark">
          <Check aria-hidden />{' '}
          {t('threads.resolvedBy', {
            name: writerWords(t, language, meeting, resolved.by).name,
            time: whenWords(language, resolved.at, meeting.meeting.timeZone),
          })}
        </span>
      )}
      {isDetached && (
        <span className="thread-mark">
          <Unlink aria-hidden /> {t('threads.detachedMark')}
        </span>
      )}
    </div>
  )
}

function FoldedThread({ thread }: { thread: ShownThread }) {
  const { t, language } = useText()
  const meeting = useMeeting()
  const [first, ...others] = thread.comments
  if (first === undefined) return null
  const writer = writerWords(t, language, meeting, first.by)
  const waits = thread.comments.find(({ waiting }) => waiting !== null)?.waiting ?? thread.waiting
  return (
    <div className="comment">
      <Avatar person={writer} />
      <div className="comment-body">
        <p className="comment-head">
          <bdi className="comment-name">{writer.name}</bdi> <bdi>{writer.detail}</bdi>
          {' · '}
          <bdi className="comment-time">{whenWords(language, first.at, meeting.meeting.timeZone)}</bdi>
        </p>
        <CommentWords comment={first} isShort />
        {others.length > 0 && <p className="thread-more">{t('threads.replies', { count: others.length })}</p>}
        {waits !== null && waits !== undefined && <WaitingNotice waiting={waits} />}
      </div>
    </div>
  )
}

function OpenThread({ thread, onLeave }: ThreadCardProps) {
  const { t } = useText()
  const outbox = useOutbox()
  const rights = useThreadRights(thread)
  const { id, room, resolved } = thread
  const draft = useDraft(`thread:${id}`)
  const [isWriting, setWriting] = useState(false)
  // Whoever resolves it meanwhile takes no words away, nor the field from under the hands.
  const takesReply = rights.reply && (resolved === null || hasDraft(draft) || isWriting)
  const focus = (): void => focusCard(id)
  const settle = (
    <Button
      variant="quiet"
      size="small"
      onPress={() => {
        outbox.add({ does: 'resolve', thread: id, room, resolved: resolved === null })
        focusCard(id)
      }}
    >
      {t(resolved === null ? 'threads.resolve' : 'threads.reopen')}
    </Button>
  )
  return (
    <>
      <ol className="thread-comments">
        {thread.comments.map((comment) => (
          <CommentView key={comment.id} thread={thread} comment={comment} onFocus={focus} />
        ))}
      </ol>
      {thread.waiting !== null && <WaitingNotice waiting={thread.waiting} />}
      {takesReply ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: only hears whether somebody writes inside.
        <div
          className="thread-reply"
          onFocus={({ target }) => setWriting(target.matches('textarea'))}
          onBlur={() => setWriting(false)}
        >
          <Composer
            name={`thread:${id}`}
            label={t('threads.reply')}
            send={t('threads.send')}
            onSend={(parts) => outbox.add({ does: 'reply', thread: id, room, comment: nanoid(), parts })}
            onLeave={onLeave}
          >
            {rights.resolve && settle}
          </Composer>
        </div>
      ) : (
        rights.resolve && <div className="thread-reply">{settle}</div>
      )}
    </>
  )
}

/** Gives the focus to a thread's card, or to where threads are shown. */
export function focusCard(thread: string): void {
  // After the change that may have moved it.
  requestAnimationFrame(() => {
    const card = document.querySelector<HTMLElement>(`[data-thread-card="${CSS.escape(thread)}"]`)
    // Resolved, it is not among those that are shown: then the place of threads has the focus.
    const place = document.querySelector<HTMLElement>('.panel, .panel-dialog, .discussion h2')
    ;(card ?? place)?.focus()
  })
}
