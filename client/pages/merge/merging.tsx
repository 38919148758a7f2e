import { ShieldCheck } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { ChangedItems } from './changed-items.tsx'
import { LookAlikes } from './look-alikes.tsx'
import { MergeEmpty } from './merge-empty.tsx'
import { MergeFoot } from './merge-foot.tsx'
import { MergeKicker } from './merge-kicker.tsx'
import { AgainNotice, DoneNotice, MovedOnNotice, RefusedNotice } from './merge-notices.tsx'
import { NewPassages } from './new-passages.tsx'
import { NotesWatch } from './notes-watch.tsx'
import { useMerging } from './use-merging.ts'

/** The merge page for whoever may merge. */
export function Merging() {
  const { t } = useText()
  const { id } = useMeeting()
  const merging = useMerging()
  const { planning, error, again, done } = merging
  const plan = planning.made?.plan ?? null
  const hasProposals = plan !== null && plan.proposals.length > 0
  const hasAny = hasProposals || merging.alike.pairs.length > 0
  const movedOn = merging.hasMovedOn && <MovedOnNotice onPlan={merging.planAnew} />
  return (
    <Page
      title={t('merge.title')}
      at="merge"
      kicker={<MergeKicker merging={merging} />}
      actions={
        <div className="merge-actions">
          <NothingChanges />
          <ButtonLink variant="quiet" to={`/m/${id}/coverage`}>
            {t('coverage.title')}
          </ButtonLink>
        </div>
      }
      footer={
        hasAny ? (
          <>
            {/* It comes while somebody reads or chooses: at the foot it pushes nothing. */}
            {movedOn}
            <MergeFoot merging={merging} withheld={plan?.withheld ?? 0} />
          </>
        ) : undefined
      }
    >
      <NotesWatch onPlan={merging.follow} />
      <div className="merge">
        {error !== null && <RefusedNotice of={error.of} refusal={error.refusal} />}
        {planning.error !== null && (
          <RefusedNotice of="plan" refusal={planning.error} onAgain={merging.planAnew} />
        )}
        {done !== null && <DoneNotice done={done} onUndo={() => void merging.undoAll()} />}
        {again.length > 0 && <AgainNotice again={again} />}
        {!hasAny && movedOn}
        {plan === null && planning.error === null && <Skeleton lines={5} />}
        {plan !== null && <LookAlikes merging={merging} />}
        {plan !== null &&
          (hasProposals ? (
            <>
              <ChangedItems plan={plan} merging={merging} />
              <NewPassages proposals={merging.proposals} merging={merging} />
            </>
          ) : (
            <MergeEmpty plan={plan} />
          ))}
      </div>
    </Page>
  )
}

/** The promise of the page, beside its title. */
function NothingChanges() {
  const { t } = useText()
  return (
    <span className="merge-promise">
      <ShieldCheck /> {t('merge.nothingChanges')}
    </span>
  )
}
