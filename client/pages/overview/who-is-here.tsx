import { useState } from 'react'
import { Link } from 'react-router'
import { countryName } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { onceEach, type Present } from '../../meeting/present.ts'
import { useWhoIsHere } from '../../meeting/use-presence.ts'
import { whereAddress, whereWords } from '../../shell/where-words.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'

/** More are a number, until somebody asks for all. */
const SHOWN = 6

/** Everybody who has the meeting open, and where. */
export function WhoIsHere() {
  const { t } = useText()
  const [isAll, setAll] = useState(false)
  const people = onceEach(useWhoIsHere())
  const shown = isAll ? people : people.slice(0, SHOWN)
  const more = people.length - shown.length
  return (
    <section aria-labelledby="who-is-here" className="people">
      <h2 id="who-is-here" className="overview-side-heading">
        {t('overview.whoIsHere')}
      </h2>
      <ul className="people-list">
        {shown.map((person) => (
          <PersonRow key={person.member} person={person} />
        ))}
      </ul>
      {more > 0 && (
        <p className="people-more">
          {t('overview.others', { count: more })}
          <Button variant="quiet" size="small" onPress={() => setAll(true)}>
            {t('overview.showAll')}
          </Button>
        </p>
      )}
    </section>
  )
}

function PersonRow({ person }: { person: Present }) {
  const { t, language } = useText()
  const { id, me, topics, mechanisms } = useMeeting()
  const mechanism = person.mechanism === null ? undefined : mechanisms.get(person.mechanism)
  const where = whereWords(t, topics, person.at)
  const address = person.member === me.id ? null : whereAddress(id, person.at)
  return (
    <li className="person">
      <Avatar person={person} />
      <div>
        <p className="person-name">
          <bdi>{person.name}</bdi>
          {mechanism !== undefined && (
            <>
              {t('overview.comma')}
              <bdi>{countryName(mechanism, language)}</bdi>
            </>
          )}
          {person.member === me.id && <span className="person-me">{t('overview.you')}</span>}
        </p>
        {where !== '' && (
          <p className="person-where">{address === null ? where : <Link to={address}>{where}</Link>}</p>
        )}
      </div>
    </li>
  )
}
