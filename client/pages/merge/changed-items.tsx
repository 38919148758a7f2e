import type { MergePlan } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { AttributionRow } from './attribution-row.tsx'
import { ChangedRow } from './changed-row.tsx'
import type { ItemProposal, ItemRowProps } from './item-row.ts'
import { isSafe, keyOf } from './merge-state.ts'
import { useItemNumbers } from './use-item-numbers.ts'
import type { Merging } from './use-merging.ts'
import { WithdrawnRow } from './withdrawn-row.tsx'

/** What has become of the passages behind the items of the draft, and what to do about it. */
export function ChangedItems({ plan, merging }: { plan: MergePlan; merging: Merging }) {
  const { t } = useText()
  const numbers = useItemNumbers()
  const proposals = plan.proposals.filter((each): each is ItemProposal => each.change !== 'new')
  if (proposals.length === 0) return null
  const all = proposals.length
  const safe = proposals.filter(isSafe)
  const open = safe.filter((each) => merging.decisionOf(each).does !== 'take')
  return (
    <section className="merge-section" aria-labelledby="merge-changed">
      <header className="merge-section-head">
        <h2 id="merge-changed" className="merge-section-title">
          {t('merge.changed')}
        </h2>
        <span className="merge-section-count">
          {safe.length === all
            ? t('merge.inAll', { all })
            : t('merge.toDecide', { count: all - safe.length, all })}
        </span>
        {open.length > 0 && (
          <Button variant="quiet" size="small" onPress={() => merging.decide(safe, { does: 'take' })}>
            {t('merge.takeSafe', { count: safe.length })}
          </Button>
        )}
      </header>
      <ul className="merge-list">
        {proposals.map((proposal) => {
          const number = numbers.get(proposal.item.id)
          const name = number === undefined ? t('merge.anItem') : t('merge.item', { number })
          return <ItemRow key={keyOf(proposal)} proposal={proposal} name={name} merging={merging} />
        })}
      </ul>
    </section>
  )
}

function ItemRow({ proposal, ...props }: ItemRowProps) {
  if (proposal.change === 'withdrawn') return <WithdrawnRow proposal={proposal} {...props} />
  if (proposal.change === 'attribution') return <AttributionRow proposal={proposal} {...props} />
  return <ChangedRow proposal={proposal} {...props} />
}
