import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { SourceLink, SourceSpeaker } from './source-facts.tsx'

interface SentenceSourceProps {
  source: SourceFact
  /** How many of the sentence's words it has. */
  words: number
  of: number
}

/** A source of one sentence: who said it, where it stands, how much of the sentence it is. */
export function SentenceSource({ source, words, of }: SentenceSourceProps) {
  const { t } = useText()
  const topic = useMeeting().topics.find(({ id }) => id === source.topic)
  return (
    <li className="draft-source-facts">
      <SourceSpeaker source={source} />
      {topic !== undefined && (
        <>
          {' · '}
          <SourceLink source={source} topic={topic} />
        </>
      )}
      {' · '}
      {words === of ? t('draft.wordsAll') : t('draft.wordsOf', { count: words, of })}
    </li>
  )
}
