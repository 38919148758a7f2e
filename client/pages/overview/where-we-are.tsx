import { Check } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { useOverlay } from '../../ui/use-overlay.ts'
import { dayOf } from './agenda-now.ts'
import { phaseSteps } from './phase-steps.ts'
import { useClock } from './use-clock.ts'

const loadDialog = async () => ({ default: (await import('./change-phase.tsx')).ChangePhase })
const ChangePhase = lazy(loadDialog)

/** The phases of the meeting and the one it is in; the chair changes it. */
export function WhereWeAre() {
  const { t } = useText()
  const { meeting, may } = useMeeting()
  const dialog = useOverlay(loadDialog)
  const day = dayOf(meeting, useClock(meeting.timeZone))
  return (
    <section aria-labelledby="where-we-are" className="phases">
      <h2 id="where-we-are" className="overview-side-heading">
        {t('overview.whereWeAre')}
      </h2>
      <ol className="phase-list">
        {phaseSteps(meeting.phase).map(({ phase, state }) => (
          <li
            key={phase}
            className={`phase phase-${state}`}
            {...(state === 'now' && { 'aria-current': 'step' as const })}
          >
            <span className="phase-mark">{state === 'done' && <Check />}</span>
            <p className="phase-name">
              {t(`phase.${phase}`)}
              {state === 'done' && <span className="visually-hidden">{t('overview.phaseDone')}</span>}
            </p>
            {phase === 'in-session' && state === 'now' && day !== null && (
              <p className="phase-when">{t('overview.day', day)}</p>
            )}
          </li>
        ))}
      </ol>
      {may('set-phase') && (
        <Button variant="quiet" size="small" onPress={dialog.open}>
          {t('overview.changePhase')}
        </Button>
      )}
      <Suspense>{dialog.isOpen && <ChangePhase onClose={dialog.close} />}</Suspense>
    </section>
  )
}
