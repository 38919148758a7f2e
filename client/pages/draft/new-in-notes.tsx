import { Merge } from 'lucide-react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useWork } from '../../work/work.tsx'

/** Says in the draft that the notes have moved on, to whoever may merge; where there is no room, by a sign and a number. */
export function NewInNotes() {
  const { t } = useText()
  const { id, may } = useMeeting()
  const count = [...useWork().topics.values()].reduce((sum, { unmerged }) => sum + unmerged, 0)
  if (count === 0 || !may('merge')) return null
  const words = t('draft.newer', { count })
  return (
    <>
      <p className="draft-newer">
        {words} <Link to={`/m/${id}/merge`}>{t('draft.reviewMerge')}</Link>
      </p>
      <Link
        className="button button-quiet button-normal draft-newer-short"
        to={`/m/${id}/merge`}
        aria-label={`${words} ${t('draft.reviewMerge')}`}
      >
        <Merge aria-hidden />
        {count}
      </Link>
    </>
  )
}
