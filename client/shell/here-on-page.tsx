import './here-on-page.css'
import { lazy, Suspense } from 'react'
import { Button } from 'react-aria-components/Button'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { onceEach, type Present } from '../meeting/present.ts'
import { useWhoIsHere } from '../meeting/use-presence.ts'
import { again } from '../ui/again.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Tooltip } from '../ui/tooltip.tsx'
import { useOverlay } from '../ui/use-overlay.ts'
import { useReach } from './here-reach.tsx'
import { personWords } from './person-words.ts'

/** More stand as a number (ui.md §8). */
const SHOWN = 4

const loadList = async () => ({ default: (await import('./here-list.tsx')).HereList })
const HereList = lazy(again(loadList))

/** Who else is on the page that I am on. */
export function HereOnPage() {
  const { t } = useText()
  const { me } = useMeeting()
  const present = useWhoIsHere()
  const list = useOverlay(loadList)
  const here = present.find(({ member }) => member === me.id)?.at ?? null
  // Observers read along in numbers; their faces would tell nobody anything.
  const others = onceEach(
    present.filter(({ member, role, at }) => member !== me.id && role !== 'observer' && at === here),
  )
  if (others.length === 0) return null
  const more = others.length - SHOWN
  return (
    <ul className="here-on-page" aria-label={t('shell.onThisPage')}>
      {others.slice(0, SHOWN).map((person) => (
        <li key={person.member}>
          <Face person={person} />
        </li>
      ))}
      {more > 0 && (
        <li>
          <Button
            className="here-more"
            aria-label={t('shell.andMore', { count: more })}
            aria-expanded={list.isOpen}
            {...list.button}
          >
            +{more}
          </Button>
          <Suspense>{list.isOpen && <HereList {...list.overlay} people={others.slice(SHOWN)} />}</Suspense>
        </li>
      )}
    </ul>
  )
}

function Face({ person }: { person: Present }) {
  const { t, language } = useText()
  const words = personWords(t, language, useMeeting(), person)
  const reach = useReach()
  if (reach !== null)
    return (
      <Tooltip text={words}>
        <Button className="here-person here-button" onPress={() => reach(person)}>
          <Avatar person={person} />
          {/* No label: what is seen on it, its initials, would not be in its name. */}
          <span className="visually-hidden">
            {words}. {t('manners.goTo', { name: person.name })}
          </span>
        </Button>
      </Tooltip>
    )
  return (
    <Tooltip text={words}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: its tooltip is for the keyboard too. */}
      <span className="here-person" role="img" aria-label={words} tabIndex={0}>
        <Avatar person={person} />
      </span>
    </Tooltip>
  )
}
