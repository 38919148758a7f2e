import './here-on-page.css'
import { Button } from 'react-aria-components/Button'
import { Focusable } from 'react-aria-components/Tooltip'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { onceEach, type Present } from '../meeting/present.ts'
import { useWhoIsHere } from '../meeting/use-presence.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Popover } from '../ui/popover.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { personWords } from './person-words.ts'

/** More stand as a number (ui.md §8). */
const SHOWN = 4

/** Who else is on the page that I am on. */
export function HereOnPage() {
  const { t, language } = useText()
  const meeting = useMeeting()
  const present = useWhoIsHere()
  const here = present.find(({ member }) => member === meeting.me.id)?.at ?? null
  const others = onceEach(present.filter(({ member, at }) => member !== meeting.me.id && at === here))
  if (others.length === 0) return null
  const more = others.slice(SHOWN)
  return (
    <ul className="here-on-page" aria-label={t('shell.onThisPage')}>
      {others.slice(0, SHOWN).map((person) => (
        <li key={person.member}>
          <Named person={person} words={personWords(t, language, meeting, person)} />
        </li>
      ))}
      {more.length > 0 && (
        <li>
          <Popover
            label={t('shell.onThisPage')}
            placement="bottom end"
            trigger={<Button className="here-more">+{more.length}</Button>}
          >
            <ul className="here-list">
              {more.map((person) => (
                <li key={person.member}>
                  <Avatar person={person} />
                  <bdi>{person.name}</bdi>
                </li>
              ))}
            </ul>
          </Popover>
        </li>
      )}
    </ul>
  )
}

function Named({ person, words }: { person: Present; words: string }) {
  return (
    <Tooltip text={words}>
      <Focusable>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its tooltip is for the keyboard too. */}
        <span className="here-person" role="img" aria-label={words} tabIndex={0}>
          <Avatar person={person} />
        </span>
      </Focusable>
    </Tooltip>
  )
}
