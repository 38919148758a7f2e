import { Merge } from 'lucide-react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useWork } from '../../work/work.tsx'

/** Says in the draft that the notes have moved on, to whoever may merge. On phones by a sign and a number (draft.css). */
export function NewInNotes({ as }: { as: 'words' | 'sign' }) {
  const { t } = useText()
  const { id, may } = useMeeting()
  const count = [...useWork().topics.values()].reduce((sum, { unmerged }) => sum + unmerged, 0)
  if (count === 0 || !may('merge')) return null
  const words = t('draft.newer', { count })
  const review = t('draft.reviewMerge')
  const to = `/m/${id}/merge`
  if (as === 'words')
    return (
      <p className="draft-newer">
        {words} <Link to={to}>{review}</Link>
      </p>
    )
  const look = 'button button-quiet button-normal draft-newer-sign'
  return (
    <Link className={look} to={to} aria-label={`${words} ${review}`}>
      <Merge aria-hidden />
      {count}
    </Link>
  )
}
