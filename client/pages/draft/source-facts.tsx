import { Link } from 'react-router'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { formatMoment, formatTime } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import { typistsOf } from '../../provenance/typists.ts'
import { useBlockTimes } from '../../provenance/use-block-times.ts'
import type { PassageNow } from '../../provenance/use-passage-now.ts'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import { NameList } from './name-list.tsx'

/** Who said it. */
export function SourceSpeaker({ source }: { source: SourceFact }) {
  const { t, language } = useText()
  const { mechanisms } = useMeeting()
  const speaker = speakerWords(source.speaker, mechanisms, language)
  if (speaker === null) return t('draft.noSpeaker')
  return (
    <>
      <bdi className="draft-source-speaker">{speaker.name}</bdi>
      {speaker.mechanism !== null && (
        <>
          {nameWords[language].comma}
          <bdi>{speaker.mechanism}</bdi>
        </>
      )}
    </>
  )
}

/** Where it stands in the notes, and the hour at which it was noted. */
export function SourceLink({ source, topic }: { source: SourceFact; topic: Topic }) {
  const { t } = useText()
  const { id, meeting } = useMeeting()
  const [block] = source.blocks
  const at = useBlockTimes(id, source.topic, source.hash).get(block ?? '')?.first
  const { number } = topic
  return (
    <Link to={`/m/${id}/topics/${source.topic}#${block ?? ''}`} title={topic.title}>
      {at === undefined
        ? t('draft.sourceTopic', { number })
        : t('draft.sourceTopicAt', { number, time: formatTime(at, meeting.timeZone) })}
    </Link>
  )
}

/** Who typed it in the notes. */
export function SourceTypists({ now }: { now: PassageNow }) {
  const { members } = useMeeting()
  const authorship = useWatchedAuthorship(now.room)
  const names = typistsOf(now.said, authorship).map((member) => members.get(member)?.name ?? member)
  if (names.length === 0) return null
  return (
    <p className="draft-source-facts">
      <NameList message="draft.typedBy" names={names} />
    </p>
  )
}

/** Which merge took it, or looked at it last, by whom and when. */
export function SourceMerge({ source }: { source: SourceFact }) {
  const { t, language } = useText()
  const { members, meeting } = useMeeting()
  const fact = useFacts('merges').get(String(source.merge))
  if (fact === undefined) return null
  const [before = '', after = ''] = t('draft.sourceMerge', {
    merge: source.merge,
    name: '\u0000',
    moment: formatMoment(language, fact.at, meeting.timeZone),
  }).split('\u0000')
  return (
    <p className="draft-source-facts">
      {before}
      <bdi>{members.get(fact.by)?.name ?? t('checks.somebody')}</bdi>
      {after}
    </p>
  )
}
