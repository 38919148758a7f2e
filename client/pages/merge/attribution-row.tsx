import type { AttributionLevel } from '../../../shared/meeting/facts.ts'
import type { AttributionProposal } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import { Decide } from './decide.tsx'
import { ItemFacts } from './item-facts.tsx'
import type { ItemRowProps } from './item-row.ts'
import { keyOf } from './merge-state.ts'

/** An item whose words are as they were, said by somebody else now, or to be told of less or more. */
export function AttributionRow({ proposal, name, merging }: ItemRowProps<AttributionProposal>) {
  const { t, language } = useText()
  const { mechanisms } = useMeeting()
  const { item, passage, was } = proposal
  const again = merging.again.find(({ key }) => key === keyOf(proposal))?.why
  const said = (speaker: string | null, level: AttributionLevel): string => {
    const who = speakerWords(speaker, mechanisms, language)?.name ?? t('merge.noSpeaker')
    return t('merge.saidBy', { who, level: t(`export.level.${level}`) })
  }
  return (
    <li className="merge-change" data-again={again}>
      <div className="merge-change-text">
        <p className="merge-words" dir="auto">
          {item.words}
        </p>
        <p className="merge-said-by">
          <del>{said(was.speaker, was.attribution)}</del>{' '}
          <ins>{said(passage.speaker, passage.attribution)}</ins>
        </p>
        <ItemFacts item={item.id} name={name} topic={passage.topic} passage={passage.id} />
        {again !== undefined && <p className="merge-why">{t(`merge.why.${again}`)}</p>}
      </div>
      <div className="merge-change-acts">
        <Decide
          label={t('merge.decide', { item: name })}
          value={merging.decisionOf(proposal).does}
          onChange={(does) => merging.decide([proposal], { does })}
          take={item.isAdopted ? null : t('merge.takeNotes')}
          keep={null}
        />
      </div>
    </li>
  )
}
