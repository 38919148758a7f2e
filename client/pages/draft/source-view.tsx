import { useMemo } from 'react'
import { Link } from 'react-router'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { isWithheld } from '../../../shared/meeting/full-provenance.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { isBlank } from '../../../shared/notes/intervention.ts'
import { readPassages } from '../../../shared/notes/passage.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { isGloss } from '../../../shared/text/gloss.ts'
import { guessLanguage } from '../../../shared/text/guess-language.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { formatTime } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import { typistsOf } from '../../provenance/typists.ts'
import { useBlockTimes } from '../../provenance/use-block-times.ts'
import { useDocVersion } from '../../provenance/use-doc-version.ts'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import { useRoom, useRoomState } from '../../sync/use-room.ts'
import { NameList } from './name-list.tsx'

/** One passage behind a recommendation: its words as the notes have them now, who said it, who typed it. */
export function SourceView({ source }: { source: SourceFact }) {
  const { t } = useText()
  const { topics, may } = useMeeting()
  const topic = topics.find(({ id }) => id === source.topic)
  if (topic === undefined) return <ClosedSource source={source} words={t('draft.sourceGone')} />
  if (isWithheld(source)) return <WithheldSource number={topic.number} />
  if (!may('read-notes', { topic })) return <ClosedSource source={source} words={t('draft.sourceClosed')} />
  return <OpenSource source={source} topic={topic} />
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
        <Speaker source={source} />
      </p>
    </li>
  )
}

function OpenSource({ source, topic }: { source: SourceFact; topic: Topic }) {
  const { t } = useText()
  const { id, me, members } = useMeeting()
  const room = useRoom(`m/${id}/notes/${source.topic}`, me.id, true)
  const { text } = useRoomState(room)
  const version = useDocVersion(room.doc)
  const authorship = useWatchedAuthorship(room)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the document.
  const notes = useMemo(() => renderBlocks(room.doc.getText('text')), [room, version, text])
  const passage = notes.filter((block) => source.blocks.includes(block.id) && block.state !== 'held')
  const said = passage.filter(({ attributes }) => !isGloss(attributes))
  const typists = typistsOf(said, authorship).map((member) => members.get(member)?.name ?? member)

  return (
    <li className="draft-source">
      {text === 'none' ? (
        <p className="draft-source-note">{t('draft.sourceLoading')}</p>
      ) : (
        <SourceWords source={source} notes={notes} passage={passage} />
      )}
      <p className="draft-source-facts">
        <Speaker source={source} /> · <SourceLink source={source} topic={topic} />
        {typists.length > 0 && (
          <span className="draft-source-typists">
            <NameList message="draft.typedBy" names={typists} />
          </span>
        )}
      </p>
    </li>
  )
}

interface SourceWordsProps {
  source: SourceFact
  notes: readonly Block[]
  passage: readonly Block[]
}

function SourceWords({ source, notes, passage }: SourceWordsProps) {
  const { t } = useText()
  const said = passage.filter(({ attributes }) => !isGloss(attributes))
  const words = said.map(blockText).filter((line) => line.trim() !== '')
  if (words.length === 0) return <p className="draft-source-note">{t('draft.sourceGone')}</p>
  const now = readPassages(source.topic, notes).find(({ id }) => id === source.blocks[0])
  const glosses = (now?.blocks ?? passage).filter((block) => isGloss(block.attributes) && !isBlank(block))
  const lang = said.find(({ attributes }) => typeof attributes.lang === 'string')?.attributes.lang
  return (
    <>
      <blockquote className="draft-source-words" dir="auto" {...(typeof lang === 'string' && { lang })}>
        {words.join('\n')}
      </blockquote>
      {glosses.map((gloss) => (
        <p key={gloss.id} className="draft-source-note">
          {t('marks.gloss')} · <GlossWords gloss={gloss} />
        </p>
      ))}
      {now?.hash !== source.hash && <p className="draft-source-note">{t('draft.sourceChanged')}</p>}
    </>
  )
}

function GlossWords({ gloss }: { gloss: Block }) {
  const { lang } = gloss.attributes
  const words = blockText(gloss)
  return <bdi lang={typeof lang === 'string' ? lang : (guessLanguage(words) ?? undefined)}>{words}</bdi>
}

function Speaker({ source }: { source: SourceFact }) {
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

function SourceLink({ source, topic }: { source: SourceFact; topic: Topic }) {
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
