import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useWork } from '../../work/work.tsx'

/** Says in the draft that the notes have moved on, to whoever may merge. */
export function NewInNotes() {
  const { t } = useText()
  const { id, may } = useMeeting()
  const count = [...useWork().topics.values()].reduce((sum, { unmerged }) => sum + unmerged, 0)
  if (count === 0 || !may('merge')) return null
  return (
    <p className="draft-newer">
      {t('draft.newer', { count })} <Link to={`/m/${id}/merge`}>{t('draft.reviewMerge')}</Link>
    </p>
  )
}
