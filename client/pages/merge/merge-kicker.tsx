import { useState } from 'react'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { lastMerge, type NumberedMerge } from '../../provenance/last-merge.ts'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import type { Merging } from './use-merging.ts'

/** The line above the title: when the plan was made, and the last merge with its Undo. */
export function MergeKicker({ merging }: { merging: Merging }) {
  const { t, language } = useText()
  const { meeting, topics } = useMeeting()
  const last = lastMerge(useFacts('merges'))
  const { made } = merging.planning
  const plan =
    made === null
      ? t('merge.planning')
      : t('merge.planMade', {
          time: formatMoment(language, made.at, meeting.timeZone),
          topics: t('merge.topics', { count: topics.length }),
        })
  return (
    <>
      {plan} · {last === null ? t('merge.none') : <LastMerge last={last} merging={merging} />}
    </>
  )
}

function LastMerge({ last, merging }: { last: NumberedMerge; merging: Merging }) {
  const { t, language } = useText()
  const { meeting, members } = useMeeting()
  const [isAsking, setAsking] = useState(false)
  const { number: merge, fact } = last
  const name = members.get(fact.by)?.name ?? fact.by
  const close = (): void => setAsking(false)
  return (
    <>
      {t('merge.last', { time: formatMoment(language, fact.at, meeting.timeZone), name })} ·{' '}
      <button type="button" className="merge-undo" onClick={() => setAsking(true)}>
        {t('merge.undo', { merge })}
      </button>
      <AlertDialog
        title={t('merge.undoAsk', { merge })}
        isOpen={isAsking}
        onClose={close}
        cancel={t('merge.undoKeep')}
        action={t('merge.undo', { merge })}
        busy={merging.busy === 'undo' ? t('merge.undoing') : undefined}
        onAction={() => void merging.undo(merge).then(close)}
      >
        {fact.combined === undefined && fact.items.length > 0 && (
          <p>{t('merge.undoWhat', { count: fact.items.length })}</p>
        )}
        {fact.combined !== undefined && <p>{t('merge.undoWhatCombined')}</p>}
        {fact.combined === undefined && fact.changed !== undefined && (
          <p>{t('merge.undoWhatChanged', { count: fact.changed.length })}</p>
        )}
      </AlertDialog>
    </>
  )
}
