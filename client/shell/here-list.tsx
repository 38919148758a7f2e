import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Present } from '../meeting/present.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Popover } from '../ui/popover.tsx'
import type { OverlayProps } from '../ui/use-overlay.ts'
import { personWords } from './person-words.ts'

/** Those for whom the top bar has no room. */
export function HereList({ anchor, onClose, people }: OverlayProps & { people: readonly Present[] }) {
  const { t, language } = useText()
  const meeting = useMeeting()
  return (
    <Popover
      label={t('shell.onThisPage')}
      placement="bottom end"
      anchor={anchor}
      isOpen
      onOpenChange={(isOpen) => {
        if (!isOpen) onClose()
      }}
    >
      <ul className="here-list">
        {people.map((person) => (
          <li key={person.member}>
            <Avatar person={person} />
            <bdi>{personWords(t, language, meeting, person)}</bdi>
          </li>
        ))}
      </ul>
    </Popover>
  )
}
