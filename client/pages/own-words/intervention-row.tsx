import { useId } from 'react'
import { Link } from 'react-router'
import { mechanismsOf, type OwnIntervention, statusOf } from '../../../shared/checks/own-interventions.ts'
import { countryName } from '../../../shared/names/country-name.ts'
import { del, post } from '../../api/request.ts'
import { checkPath } from '../../checks/check-path.ts'
import { CheckRefusal } from '../../checks/check-refusal.tsx'
import { useWish } from '../../checks/use-wish.ts'
import { formatTime } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { CheckStatusWords } from './check-status.tsx'
import { OwnLine } from './own-line.tsx'
import type { TopicWords } from './topic-words.ts'

interface InterventionRowProps {
  words: TopicWords
  intervention: OwnIntervention
  mechanism: string
  mayConfirm: boolean
}

/** One intervention: its lines, whether it is confirmed, and what can be done. */
export function InterventionRow({ words, intervention, mechanism, mayConfirm }: InterventionRowProps) {
  const { t, language } = useText()
  const { id: meeting, meeting: facts, mechanisms } = useMeeting()
  const headId = useId()
  const { topic, times, checks } = words
  const first = times.get(intervention.id)?.first
  const others = mechanismsOf(intervention.speaker).filter((each) => each !== mechanism)
  const names = others.map((each) => {
    const known = mechanisms.get(each)
    return known === undefined ? each : countryName(known, language)
  })
  const last = Math.max(...intervention.spoken.map(({ id }) => times.get(id)?.last ?? 0))
  return (
    <article className="own-row" aria-labelledby={headId} data-intervention={intervention.id}>
      <div className="own-row-head">
        <h3 id={headId}>
          {first !== undefined
            ? t('checks.said', { time: formatTime(first, facts.timeZone) })
            : t('checks.topic', { number: topic.number })}
        </h3>
        {names.length > 0 && <span>{t('checks.together', { names: names.join(', ') })}</span>}
        <Link to={`/m/${meeting}/topics/${topic.id}#${intervention.id}`}>{t('checks.inNotes')}</Link>
      </div>
      {intervention.spoken.map((line) => (
        <OwnLine key={line.id} line={line} words={words} mechanism={mechanism} mayCorrect={mayConfirm} />
      ))}
      <div className="own-row-foot">
        <CheckStatusWords
          status={statusOf(intervention, mechanism, checks)}
          mechanism={mechanism}
          lastChange={last > 0 ? last : null}
        />
        {mayConfirm && <Confirm words={words} intervention={intervention} mechanism={mechanism} />}
      </div>
    </article>
  )
}

/** One button in one place: it keeps the focus whatever it does next. */
function Confirm({ words, intervention, mechanism }: Omit<InterventionRowProps, 'mayConfirm'>) {
  const { t } = useText()
  const { id: meeting, me } = useMeeting()
  const { busy, refusal, send } = useWish()
  const { is } = statusOf(intervention, mechanism, words.checks)
  const path = (rest: string): string => checkPath(meeting, words.topic.id, rest)
  const confirm = async (): Promise<void> => {
    const body = { lead: intervention.id, mechanism, hash: intervention.hash }
    if (await send(`confirm ${intervention.hash}`, (key) => post(path('checks'), body, { key })))
      announce(t('checks.didConfirm'))
  }
  const takeBack = async (): Promise<void> => {
    const command = (key: string) => del(path(`checks/${intervention.id}/${mechanism}`), { key })
    if (await send('take-back', command)) announce(t('checks.didTakeBack'))
  }
  const refused = words.isLive ? undefined : t('checks.offline')
  const label =
    is === 'confirmed'
      ? t('checks.takeBack')
      : is === 'changed-since'
        ? t('checks.confirmAgain')
        : me.mechanism === mechanism
          ? t('checks.confirm')
          : t('checks.confirmFor')
  return (
    <div className="own-confirm">
      <Button
        variant={is === 'confirmed' ? 'quiet' : 'default'}
        onPress={() => void (is === 'confirmed' ? takeBack() : confirm())}
        busy={busy === null ? undefined : t(busy === 'take-back' ? 'checks.takingBack' : 'checks.confirming')}
        refused={refused}
      >
        {label}
      </Button>
      <CheckRefusal refusal={refusal} />
    </div>
  )
}
