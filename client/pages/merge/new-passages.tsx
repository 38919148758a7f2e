import type { MergePlan, PlannedPassage } from '../../../shared/merge/merge-plan.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useBlockTimes } from '../../provenance/use-block-times.ts'
import { Button } from '../../ui/button.tsx'
import { keyOf } from './merge-state.ts'
import { PassageRow } from './passage-row.tsx'
import type { Merging } from './use-merging.ts'

interface NewPassagesProps {
  plan: MergePlan
  merging: Merging
}

/** What the notes have and the draft has not: all of it is taken unless somebody leaves it out. */
export function NewPassages({ plan, merging }: NewPassagesProps) {
  const { t } = useText()
  const passages = plan.proposals.map(({ passage }) => passage)
  const { chosen, setLeftOut } = merging
  const all = passages.length
  const topics = [...new Set(passages.map(({ topic }) => topic))]
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
          onPress={() => setLeftOut(chosen === all ? new Set(passages.map(keyOf)) : new Set())}
        >
          {chosen === all ? t('merge.selectNone') : t('merge.selectAll')}
        </Button>
      </header>
      <ul className="merge-list">
        {topics.map((topic) => (
          <TopicPassages
            key={topic}
            topic={topic}
            passages={passages.filter((passage) => passage.topic === topic)}
            merging={merging}
          />
        ))}
      </ul>
    </section>
  )
}

interface TopicPassagesProps {
  topic: string
  passages: readonly PlannedPassage[]
  merging: Merging
}

function TopicPassages({ topic, passages, merging }: TopicPassagesProps) {
  const { id, topics } = useMeeting()
  const { leftOut, setLeftOut, again } = merging
  const times = useBlockTimes(id, topic, passages.length)
  return passages.map((passage) => {
    const key = keyOf(passage)
    return (
      <PassageRow
        key={key}
        passage={passage}
        topic={topics.find((one) => one.id === topic)}
        at={times.get(passage.id)?.first}
        isChosen={!leftOut.has(key)}
        onChoose={(isChosen) => {
          const next = new Set(leftOut)
          if (isChosen) next.delete(key)
          else next.add(key)
          setLeftOut(next)
        }}
        again={again.find((one) => keyOf(one.passage) === key)?.why ?? null}
      />
    )
  })
}
