import './refused-wishes.css'
import { useEffect, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../i18n/text.tsx'
import type { Translate } from '../i18n/translate.ts'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Entry } from '../outbox/entry.ts'
import { RefusedDraftWish } from '../outbox/refused-draft-wish.tsx'
import { splitEntries } from '../outbox/split-entries.ts'
import type { ThreadWish } from '../outbox/thread-wish.ts'
import { useAllEntries } from '../outbox/use-outbox.ts'
import { draftEntries, threadEntries, waysOf } from '../outbox/wish.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { WaitingNotice } from './comment-view.tsx'
import { textOf } from './mention-text.ts'
import type { ShownThread } from './thread.ts'
import { wishPath } from './thread-link.ts'
import { useMentionLabel } from './use-mention-choices.ts'
import { useThreadWatch } from './use-threads.ts'

/**
 * Every wish of mine in this meeting that the server did not take, about comments and about the draft, wherever its
 * thread stands and whether or not I may still read it, and what waits behind: none is without a place where it can be
 * copied, tried again or discarded.
 */
export function RefusedWishes({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const { refused } = splitEntries(useAllEntries(), waysOf)
  const comments = threadEntries(refused)
  const changes = draftEntries(refused)
  const watch = useThreadWatch('ledger')
  const told = useSyncExternalStore(watch.subscribe, watch.threads)
  const isDone = refused.length === 0
  useEffect(() => {
    if (isDone) onClose()
  }, [isDone, onClose])
  return (
    <Dialog
      title={t(changes.length === 0 ? 'threads.unsent' : 'outbox.refused', { count: refused.length })}
      isOpen={!isDone}
      onClose={onClose}
      actions={<Button onPress={onClose}>{t('ui.close')}</Button>}
    >
      <ul className="refused-wishes">
        {changes.map((entry) => (
          <RefusedDraftWish key={entry.id} entry={entry} onGo={onClose} />
        ))}
        {comments.map((entry) => (
          <RefusedWish key={entry.id} entry={entry} told={told} onClose={onClose} />
        ))}
      </ul>
    </Dialog>
  )
}

interface RefusedWishProps {
  entry: Entry<ThreadWish>
  told: readonly ShownThread[]
  onClose(): void
}

function RefusedWish({ entry: { id, wish, refused }, told, onClose }: RefusedWishProps) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const navigate = useNavigate()
  const labelOf = useMentionLabel()
  const path = wishPath(meeting, wish, told)
  const words = 'parts' in wish ? textOf(wish.parts, labelOf).text : ''
  const show = (to: string): void => {
    onClose()
    void navigate(to)
  }
  return (
    <li>
      <p className="refused-wish-head">
        <span>{wishWords(t, wish)}</span>
        {path !== null && (
          <Button variant="quiet" size="small" onPress={() => show(path)}>
            {t('threads.goTo')}
          </Button>
        )}
      </p>
      {/* The notice of a change holds its words already. */}
      {words !== '' && wish.does !== 'edit' && (
        <p className="comment-words" dir="auto">
          {words}
        </p>
      )}
      <WaitingNotice waiting={{ entry: id, does: wish.does, refused }} />
    </li>
  )
}

function wishWords(t: Translate, wish: ThreadWish): string {
  switch (wish.does) {
    case 'open':
      return t('threads.new')
    case 'reply':
      return t('threads.reply')
    case 'edit':
      return t('threads.edit')
    case 'delete':
      return t('threads.delete')
    case 'resolve':
      return t(wish.resolved ? 'threads.resolve' : 'threads.reopen')
  }
}
