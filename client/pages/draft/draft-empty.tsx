import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'

/** The draft before its first recommendation. */
export function DraftEmpty() {
  const { t } = useText()
  const { id, may } = useMeeting()
  const merges = may('merge')
  return (
    <EmptyState
      title={t('draft.empty')}
      action={
        merges && (
          <ButtonLink to={`/m/${id}/merge`} variant="primary">
            {t('draft.reviewMerge')}
          </ButtonLink>
        )
      }
    >
      {merges ? t('draft.emptyDrafting') : t('draft.emptyReading')}
    </EmptyState>
  )
}
