import './merge.css'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Page } from '../../shell/page.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { Merging } from './merging.tsx'

/** From the notes to the draft: what a merge would do, and the button that does it. */
export function MergePage() {
  const { t } = useText()
  const { me, may } = useMeeting()
  if (may('merge')) return <Merging />
  const drafts = me.role === 'chair' || me.role === 'rapporteur'
  return (
    <Page title={t('merge.title')} at="merge">
      <EmptyState title={drafts ? t('merge.closed') : t('merge.notYours')} />
    </Page>
  )
}
