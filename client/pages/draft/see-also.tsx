import './see-also.css'
import { Fragment } from 'react'
import { Link } from 'react-router'
import { seeAlsoOf } from '../../../shared/merge/alike-pair.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useFates } from '../../provenance/use-fates.ts'

/** Which recommendations ask for nearly the same, and stand beside it all the same. */
export function SeeAlso({ item }: { item: string }) {
  const { t } = useText()
  const { id } = useMeeting()
  const { numbers } = useFates()
  const others = seeAlsoOf(useFacts('seeAlso'), item).filter((other) => numbers.has(other))
  if (others.length === 0) return null
  return (
    <p className="draft-see-also">
      {t('merge.combine.seeAlso')}{' '}
      {others.map((other, index) => (
        <Fragment key={other}>
          {index > 0 && t('merge.alike.comma')}
          <Link to={`/m/${id}/draft/${other}`}>{t('merge.item', { number: numbers.get(other) ?? 0 })}</Link>
        </Fragment>
      ))}
    </p>
  )
}
