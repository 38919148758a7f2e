import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { isWithheld } from '../../../shared/meeting/full-provenance.ts'
import { passageKey } from '../../../shared/merge/passage-key.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { usePassageNow } from '../../provenance/use-passage-now.ts'
import { useTaken } from '../../provenance/use-taken.ts'
import { SourceChecks } from './source-checks.tsx'
import { SourceLink, SourceMerge, SourceSpeaker, SourceTypists } from './source-facts.tsx'
import { SourceWords } from './source-words.tsx'

/** One passage behind an item: its words then and now, who said, typed, confirmed and merged it. */
export function SourceView({ item, source }: { item: string; source: SourceFact }) {
  const { t } = useText()
  const { topics, may } = useMeeting()
  const topic = topics.find(({ id }) => id === source.topic)
  if (topic === undefined) return <ClosedSource source={source} words={t('draft.sourceGone')} />
  if (isWithheld(source)) return <WithheldSource number={topic.number} />
  if (!may('read-notes', { topic })) return <ClosedSource source={source} words={t('draft.sourceClosed')} />
  return <OpenSource item={item} source={source} topic={topic} />
}

/** What of a source the ledger tells to all; to whoever drafts, until the drafting room is here. */
function WithheldSource({ number }: { number: number }) {
  const { t } = useText()
  const { may } = useMeeting()
  return (
    <li className="draft-source">
      <p className="draft-source-note">
        {may('read-drafting') ? t('draft.sourceLoading') : t('draft.sourceWithheld', { number })}
      </p>
    </li>
  )
}

/** The notes can't be read here, or not any more; the ledger tells who said it. */
function ClosedSource({ source, words }: { source: SourceFact; words: string }) {
  return (
    <li className="draft-source">
      <p className="draft-source-note">{words}</p>
      <p className="draft-source-facts">
        <SourceSpeaker source={source} />
      </p>
      <SourceMerge source={source} />
    </li>
  )
}

function OpenSource({ item, source, topic }: { item: string; source: SourceFact; topic: Topic }) {
  const { t } = useText()
  const now = usePassageNow(source)
  const taken = useTaken().get(item)?.[passageKey(source.topic, source.blocks[0] ?? '')] ?? null
  return (
    <li className="draft-source">
      {now.isHere ? (
        <SourceWords source={source} now={now} taken={taken} />
      ) : (
        <p className="draft-source-note">{t('draft.sourceLoading')}</p>
      )}
      <p className="draft-source-facts">
        <SourceSpeaker source={source} /> · <SourceLink source={source} topic={topic} />
      </p>
      <SourceTypists now={now} />
      <SourceChecks source={source} now={now} />
      <SourceMerge source={source} />
    </li>
  )
}
