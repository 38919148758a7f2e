import { lazy, Suspense, useId, useState } from 'react'
import { Link } from 'react-router'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { countryName } from '../../../shared/names/country-name.ts'
import type { ApiError } from '../../api/api-error.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { CopyWords } from '../../shell/copy-words.tsx'
import { Button } from '../../ui/button.tsx'
import { LateText } from './late-text.tsx'
import { usePlaceWords } from './place-words.ts'
import type { Verb } from './use-decisions.ts'

const DropDialog = lazy(async () => ({ default: (await import('./drop-dialog.tsx')).DropDialog }))

interface LateRowProps {
  words: WaitingWords
  /** The chair has its text; it waits no longer. */
  isTaken: boolean
  busy: Verb | null
  refusal: ApiError | null
  onDecide(verb: Verb): void
  onLetGo(): void
}

/** What one member sent too late: who, where, when, the words, and what can be done with them. */
export function LateRow({ words, isTaken, busy, refusal, onDecide, onLetGo }: LateRowProps) {
  const { t, language } = useText()
  const { members, mechanisms, meeting } = useMeeting()
  const headId = useId()
  const place = usePlaceWords()(words.room)
  const member = members.get(words.member)
  const name = member?.name ?? t('late.somebody')
  const mechanism = mechanisms.get(member?.mechanism ?? '')
  const moment = formatMoment(language, words.at, meeting.timeZone)
  return (
    <li className="late-row" data-row={words.id} tabIndex={-1} aria-labelledby={headId}>
      <div className="late-head" id={headId}>
        <p>
          <bdi className="late-name">{name}</bdi>
          {member !== undefined && <span className="late-role"> · {t(`role.${member.role}`)}</span>}
          {mechanism !== undefined && (
            <span className="late-role">
              {' · '}
              <bdi>{countryName(mechanism, language)}</bdi>
            </span>
          )}
        </p>
        <p className="late-place">
          {place.address === null ? place.words : <Link to={place.address}>{place.words}</Link>}
          {place.title !== null && (
            <>
              {' · '}
              <bdi lang={meeting.lang}>{place.title}</bdi>
            </>
          )}
          {' · '}
          <bdi>{t('late.came', { moment })}</bdi>
        </p>
      </div>
      {isTaken ? (
        <TakenText words={words} name={name} onLetGo={onLetGo} />
      ) : (
        <>
          <LateText words={words} />
          {refusal !== null && <Refusal refusal={refusal} />}
          <Acts words={words} name={name} place={place.words} busy={busy} onDecide={onDecide} />
        </>
      )}
    </li>
  )
}

/** A text that the server has given out: it is let go only once it is somewhere else. */
function TakenText({ words, name, onLetGo }: Pick<LateRowProps, 'words' | 'onLetGo'> & { name: string }) {
  const { t } = useText()
  const [isSafe, setSafe] = useState(false)
  return (
    <>
      <p>{t('late.taken')}</p>
      <CopyWords text={words.words} label={t('late.textOf', { name })} onSafe={() => setSafe(true)} autoFocus>
        <Button onPress={onLetGo} refused={isSafe ? undefined : t('late.taken')}>
          {t('late.done')}
        </Button>
      </CopyWords>
    </>
  )
}

interface ActsProps extends Pick<LateRowProps, 'words' | 'busy' | 'onDecide'> {
  name: string
  place: string
}

function Acts({ words, name, place, busy, onDecide }: ActsProps) {
  const { t } = useText()
  const [isAsking, setAsking] = useState(false)
  // One decision at a time: the second would be refused.
  const decide = (verb: Verb): void => {
    if (busy === null) onDecide(verb)
  }
  return (
    <div className="late-acts">
      <Button onPress={() => decide('admit')} busy={busy === 'admit' ? t('late.admitting') : undefined}>
        {t('late.admit')}
      </Button>
      {words.length > 0 && (
        <Button onPress={() => decide('take')} busy={busy === 'take' ? t('late.taking') : undefined}>
          {t('late.take')}
        </Button>
      )}
      <Button
        variant="quiet"
        onPress={() => setAsking(busy === null)}
        busy={busy === 'drop' ? t('late.dropping') : undefined}
      >
        {t('late.drop')}
      </Button>
      {isAsking && (
        <Suspense fallback={null}>
          <DropDialog
            words={words}
            name={name}
            place={place}
            onClose={() => setAsking(false)}
            onDrop={() => {
              setAsking(false)
              decide('drop')
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

function Refusal({ refusal }: { refusal: ApiError }) {
  const { t } = useText()
  const { message, hint } = errorWords(t, refusal)
  return (
    <p className="late-refusal" role="alert">
      {refusal.code === 'conflict' ? t('late.noFit') : `${message} ${hint}`}
    </p>
  )
}
