import { CircleCheck, CircleDashed, CircleSlash, CircleX } from 'lucide-react'
import { post } from '../../api/request.ts'
import { ChangedWords } from '../../checks/changed-words.tsx'
import { checkPath } from '../../checks/check-path.ts'
import { CheckRefusal } from '../../checks/check-refusal.tsx'
import { isolated } from '../../checks/isolated.ts'
import type { ShownCorrection } from '../../checks/topic-checks.ts'
import { useWish } from '../../checks/use-wish.ts'
import { useWhoWords } from '../../checks/who-words.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import type { TopicWords } from './topic-words.ts'

const glyphs = { open: CircleDashed, accepted: CircleCheck, declined: CircleX, withdrawn: CircleSlash }

interface OwnCorrectionProps {
  correction: ShownCorrection
  topic: string
  isLive: boolean
  mayWithdraw: boolean
}

/** A correction that the mechanism proposed, and what became of it. */
export function OwnCorrection({ correction, topic, isLive, mayWithdraw }: OwnCorrectionProps) {
  const { t, language } = useText()
  const { id: meeting, meeting: facts, members } = useMeeting()
  const who = useWhoWords()
  const { busy, refusal, send } = useWish()
  const { state, decided, before, text, note, at } = correction
  const moment = (time: number): string => formatMoment(language, time, facts.timeZone)
  const Glyph = glyphs[state]
  const withdraw = async (): Promise<void> => {
    const path = checkPath(meeting, topic, `corrections/${correction.id}/withdraw`)
    if (await send('withdraw', (key) => post(path, {}, { key }))) announce(t('checks.didWithdraw'))
  }
  const name = members.get(decided?.by ?? '')?.name ?? t('checks.somebody')
  return (
    <div className="own-correction" data-state={state}>
      <p className="own-correction-head">
        {t('checks.correction', { who: who(correction), moment: moment(at) })}
      </p>
      <ChangedWords before={before} after={text} />
      {note !== '' && (
        <p className="own-correction-note" dir="auto">
          {t('checks.because', { text: isolated(note) })}
        </p>
      )}
      <p className="own-correction-state" data-state={state}>
        <Glyph />
        {state === 'open' || decided === null
          ? t('checks.state.open')
          : t(`checks.state.${state}`, { name, moment: moment(decided.at) })}
      </p>
      {decided !== null && decided.reason !== '' && (
        <p className="own-correction-note" dir="auto">
          {t('checks.reason', { text: isolated(decided.reason) })}
        </p>
      )}
      {state === 'open' && mayWithdraw && (
        <Button
          variant="quiet"
          size="small"
          onPress={() => void withdraw()}
          busy={busy === null ? undefined : t('checks.withdrawing')}
          refused={isLive ? undefined : t('checks.draftKept')}
        >
          {t('checks.withdraw')}
        </Button>
      )}
      <CheckRefusal refusal={refusal} />
    </div>
  )
}

interface GoneCorrectionsProps {
  words: TopicWords
  mechanism: string
  mayWithdraw: boolean
}

/** Corrections whose line is gone or is another speaker's now: nothing that was proposed falls out of sight. */
export function GoneCorrections({ words, mechanism, mayWithdraw }: GoneCorrectionsProps) {
  const { t } = useText()
  const lines = new Set(words.interventions.flatMap(({ spoken }) => spoken.map(({ id }) => id)))
  const gone = words.corrections.filter((each) => each.mechanism === mechanism && !lines.has(each.line))
  if (gone.length === 0) return null
  return (
    <div className="own-gone">
      <h3>{t('checks.earlier')}</h3>
      {gone.map((correction) => (
        <OwnCorrection
          key={correction.id}
          correction={correction}
          topic={words.topic.id}
          isLive={words.isLive}
          mayWithdraw={mayWithdraw}
        />
      ))}
    </div>
  )
}
