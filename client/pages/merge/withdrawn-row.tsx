import type { WithdrawnProposal } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { Decide } from './decide.tsx'
import { ItemFacts } from './item-facts.tsx'
import type { ItemRowProps } from './item-row.ts'
import { keyOf } from './merge-state.ts'

/** An item whose passage is no recommendation of the notes any more: it goes as well, or it stays. */
export function WithdrawnRow({ proposal, name, merging }: ItemRowProps<WithdrawnProposal>) {
  const { t } = useText()
  const { item, topic, id, why, hasOthers } = proposal
  const again = merging.again.find(({ key }) => key === keyOf(proposal))?.why
  const take = hasOthers ? t('merge.dropSource') : t('merge.dropItem')
  return (
    <li className="merge-change" data-again={again}>
      <div className="merge-change-text">
        <p className="merge-words" data-open dir="auto">
          {item.words}
        </p>
        <ItemFacts item={item.id} name={name} topic={topic} passage={id}>
          {item.isAdopted ? t('merge.isAdopted') : t(`merge.withdrawn.${why}`)}
        </ItemFacts>
        {again !== undefined && <p className="merge-why">{t(`merge.why.${again}`)}</p>}
      </div>
      <div className="merge-change-acts">
        <Decide
          label={t('merge.decide', { item: name })}
          value={merging.decisionOf(proposal).does}
          onChange={(does) => merging.decide([proposal], { does })}
          take={item.isAdopted ? null : take}
          keep={t('merge.keepItem')}
        />
      </div>
    </li>
  )
}
