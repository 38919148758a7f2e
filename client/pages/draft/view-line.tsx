import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useDraft } from './draft-context.ts'
import type { ViewChoice } from './use-view.ts'
import type { Viewed } from './use-view-groups.ts'
import { countFilters, isWhole } from './view-query.ts'

interface ViewLineProps {
  choice: ViewChoice
  viewed: Viewed
}

/** Says that not the whole document is shown, and leads back to it; nothing where all of it is. */
export function ViewLine({ choice, viewed }: ViewLineProps) {
  const { t } = useText()
  const { mayWrite } = useDraft()
  const { view, showAll } = choice
  const { shown, all, isReading, hasOthers } = viewed
  if (isReading) return <Skeleton lines={6} />
  const isFiltered = countFilters(view) > 0
  if (shown === 0 && viewed.groups.length === 0)
    return (
      <EmptyState title={t('views.nothing')} action={<Button onPress={showAll}>{t('views.showAll')}</Button>}>
        {t('views.nothingHint')}
      </EmptyState>
    )
  if (isWhole(view)) return null
  return (
    <p className="draft-view-line" role="status">
      {isFiltered && <span>{t('views.shown', { count: shown, all })}</span>}
      {view.by !== 'topic' && hasOthers && <span>{t('views.onlyRecommendations')}</span>}
      {mayWrite && <span className="draft-view-moves">{t('views.noMoves')}</span>}
      <Button variant="quiet" size="small" onPress={showAll}>
        {t('views.showAll')}
      </Button>
    </p>
  )
}
