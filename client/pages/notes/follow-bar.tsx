import './follow-bar.css'
import { X } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Avatar, personStyle } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { useFollowing } from './follow-state.ts'
import type { NotesDesk } from './notes-desk.ts'

/** Says where the reader was brought by somebody's face in the top bar, and lets them go on with that person. */
export function FollowBar({ desk }: { desk: NotesDesk }) {
  const { t } = useText()
  const { members } = useMeeting()
  const { followed, follow, stop } = useFollowing(desk)
  if (followed === null) return null
  const { member, name, isFollowing } = followed
  const colour = members.get(member)?.colour ?? 0
  const leave = (): void => {
    stop()
    // The button that had the focus goes.
    const { view } = desk.editor
    if (view.editable) view.focus()
    else view.dom.focus({ preventScroll: true })
  }
  return (
    <section
      className="follow-place"
      aria-label={isFollowing ? t('manners.following', { name }) : t('manners.at', { name })}
    >
      <div
        className="follow-bar"
        data-following={isFollowing || undefined}
        style={{ '--person': `var(--person-${personStyle(colour).hue})` } as React.CSSProperties}
      >
        <Avatar person={{ name, colour }} size="small" />
        <span className="follow-words">
          {isFollowing ? t('manners.following', { name }) : t('manners.at', { name })}
        </span>
        <Button variant="quiet" size="small" onPress={isFollowing ? leave : follow}>
          {isFollowing ? t('manners.stop') : t('manners.follow', { name })}
        </Button>
        {!isFollowing && <IconButton icon={X} size="small" label={t('ui.close')} onPress={leave} />}
      </div>
    </section>
  )
}
