import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import type { Merging } from './use-merging.ts'

/** Counts the plan, and carries it out. */
export function MergeFoot({ merging, withheld }: { merging: Merging; withheld: number }) {
  const { t } = useText()
  const { counted, busy, confirm, alike } = merging
  const { added, changed, kept } = counted
  const [combined, two] = [alike.combinings.length, alike.memories.length]
  const chosen = added + changed + kept + combined + two
  return (
    <div className="merge-foot">
      <p className="merge-foot-words" role="status">
        <strong>
          {chosen === 0 && t('merge.nothingToAdd')}
          {added > 0 && t('merge.toAdd', { count: added })}{' '}
          {changed > 0 && t('merge.toChange', { count: changed })}{' '}
          {kept > 0 && t('merge.toKeep', { count: kept })}{' '}
          {combined > 0 && t('merge.toCombine', { count: combined })}{' '}
          {two > 0 && t('merge.toRemember', { count: two })}
        </strong>{' '}
        {chosen > 0 && t('merge.canUndo')}
        {withheld > 0 && <> {t('merge.withheld', { count: withheld })}</>}
      </p>
      <Button
        variant="primary"
        onPress={confirm}
        busy={busy === 'merge' ? t('merge.merging') : undefined}
        refused={chosen === 0 ? t('merge.selectFirst') : undefined}
      >
        {t('merge.confirm')}
      </Button>
    </div>
  )
}
