import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** A plan that proposes nothing: all is merged, or there is nothing to merge. */
export function MergeEmpty({ plan }: { plan: MergePlan }) {
  const { t } = useText()
  const { id } = useMeeting()
  const withheld = plan.withheld > 0 && <> {t('merge.withheld', { count: plan.withheld })}</>
  if (plan.unchanged === 0)
    return (
      <EmptyState title={t('merge.emptyNone')}>
        {t('merge.emptyHow')}
        {withheld}
      </EmptyState>
    )
  return (
    <EmptyState
      title={t('merge.empty')}
      action={<ButtonLink to={`/m/${id}/draft`}>{t('merge.openDraft')}</ButtonLink>}
    >
      {t('merge.emptyHow')}
      {withheld}
    </EmptyState>
  )
}
