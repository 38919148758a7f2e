import type { NewProposal, Proposal } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useBlockTimes } from '../../provenance/use-block-times.ts'
import { Button } from '../../ui/button.tsx'
import { keyOf } from './merge-state.ts'
import { PassageRow } from './passage-row.tsx'
import type { Merging } from './use-merging.ts'

interface NewPassagesProps {
  /** Of all kinds; those that are combined with others are not among them. */
  proposals: readonly Proposal[]
  merging: Merging
}

/** What the notes have and the draft has not: all of it is taken unless somebody leaves it out. */
export function NewPassages({ proposals: offered, merging }: NewPassagesProps) {
  const { t } = useText()
  const proposals = offered.filter((each): each is NewProposal => each.change === 'new')
  if (proposals.length === 0) return null
  const all = proposals.length
  const chosen = proposals.filter((each) => merging.decisionOf(each).does === 'take').length
  const topics = [...new Set(proposals.map(({ passage }) => passage.topic))]
  return (
    <section className="merge-section" aria-labelledby="merge-new">
      <header className="merge-section-head">
        <h2 id="merge-new" className="merge-section-title">
          {t('merge.new')}
        </h2>
        <span className="merge-section-count">{t('merge.selected', { chosen, all })}</span>
        <Button
          variant="quiet"
          size="small"
          onPress={() => merging.decide(proposals, { does: chosen === all ? 'later' : 'take' })}
        >
          {chosen === all ? t('merge.selectNone') : t('merge.selectAll')}
        </Button>
      </header>
      <ul className="merge-list">
        {topics.map((topic) => (
          <TopicPassages
            key={topic}
            topic={topic}
            proposals={proposals.filter(({ passage }) => passage.topic === topic)}
            merging={merging}
          />
        ))}
      </ul>
    </section>
  )
}

interface TopicPassagesProps {
  topic: string
  proposals: readonly NewProposal[]
  merging: Merging
}

function TopicPassages({ topic, proposals, merging }: TopicPassagesProps) {
  const { id, topics } = useMeeting()
  const times = useBlockTimes(id, topic, proposals.length)
  return proposals.map((proposal) => {
    const { passage } = proposal
    const key = keyOf(proposal)
    const { does, words } = merging.decisionOf(proposal)
    return (
      <PassageRow
        key={key}
        passage={passage}
        topic={topics.find((one) => one.id === topic)}
        at={times.get(passage.id)?.first}
        isChosen={does === 'take'}
        onChoose={(isChosen) => merging.decide([proposal], { does: isChosen ? 'take' : 'later' })}
        words={words}
        onWords={(written) =>
          merging.decide([proposal], { does: 'take', words: written === passage.words ? null : written })
        }
        again={merging.again.find((one) => one.key === key)?.why ?? null}
      />
    )
  })
}
