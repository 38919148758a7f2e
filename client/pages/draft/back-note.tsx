import './back-note.css'
import { lazy, Suspense, useState } from 'react'
import { Link } from 'react-router'
import { leftFor, nowIn } from '../../../shared/meeting/left-for.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { useFates } from '../../provenance/use-fates.ts'
import { again } from '../../ui/again.ts'
import { Button } from '../../ui/button.tsx'
import { lastCombination } from './combine-items.tsx'
import { useDraft } from './draft-context.ts'
import { useCombineCommands } from './use-combine-commands.ts'

const CombineDialog = lazy(
  again(async () => ({ default: (await import('./combine-dialog.tsx')).CombineDialog })),
)

/** Why an item stands beside the one into which it was combined, and what can be done: one again, or two for good. */
export function BackNote({ item }: { item: string }) {
  const { t } = useText()
  const { id } = useMeeting()
  const { mayWrite } = useDraft()
  const { numbers, drafted } = useFates()
  const merges = useFacts('merges')
  const left = leftFor(merges)
  const combination = left.get(item)
  if (combination === undefined) return null
  const into = nowIn(left, item, drafted)
  const number = into === null ? undefined : numbers.get(into)
  const isLast = lastCombination(merges, combination.into) === combination.merge
  return (
    <div className="draft-back-note">
      <p>
        {t('draft.backWhy')}{' '}
        {number !== undefined && (
          <>
            {t('merge.combine.seeAlso')}{' '}
            <Link to={`/m/${id}/draft/${into}`}>{t('merge.item', { number })}</Link>
          </>
        )}
      </p>
      {mayWrite && <Acts item={item} into={into} apart={isLast ? combination : null} />}
    </div>
  )
}

interface ActsProps {
  item: string
  into: string | null
  /** Null: another combination has to be taken apart first. */
  apart: { readonly merge: number; readonly into: string } | null
}

function Acts({ item, into, apart }: ActsProps) {
  const { t } = useText()
  const commands = useCombineCommands()
  const [isCombining, setCombining] = useState(false)
  return (
    <>
      <div className="draft-back-acts">
        {into !== null && (
          <Button size="small" onPress={() => setCombining(true)}>
            {t('draft.backCombine')}
          </Button>
        )}
        {apart !== null && (
          <Button size="small" variant="quiet" onPress={() => commands.takeApart(apart.into, apart.merge)}>
            {t('merge.combine.apart')}
          </Button>
        )}
      </div>
      {isCombining && into !== null && (
        <Suspense fallback={null}>
          <CombineDialog item={into} first={item} onClose={() => setCombining(false)} />
        </Suspense>
      )}
    </>
  )
}
