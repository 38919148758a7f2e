import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import type { AlikeText } from './alike-state.ts'
import { useItemNumbers } from './use-item-numbers.ts'

/** Who said it, and the way to where it stands. */
export function AlikeFacts({ text }: { text: AlikeText }) {
  const { t, language } = useText()
  const { id, topics, mechanisms } = useMeeting()
  const numbers = useItemNumbers()
  const { item, said } = text
  const who = said === null ? null : speakerWords(said.speaker, mechanisms, language)
  const number = item === null ? undefined : numbers.get(item)
  const topic = said === null ? undefined : topics.find((one) => one.id === said.topic)
  return (
    <p className="merge-pair-facts">
      <bdi className={who === null ? 'merge-nobody' : 'merge-name'}>{who?.name ?? t('merge.noSpeaker')}</bdi>
      {who?.mechanism != null && (
        <>
          {' '}
          <bdi>{who.mechanism}</bdi>
        </>
      )}
      {item !== null && (
        <>
          {' · '}
          <Link to={`/m/${id}/draft/${item}`}>
            {number === undefined ? t('merge.anItem') : t('merge.alike.inDraft', { number })}
          </Link>
        </>
      )}
      {said !== null && topic !== undefined && (
        <>
          {' · '}
          <Link to={`/m/${id}/topics/${said.topic}${said.passage === null ? '' : `#${said.passage}`}`}>
            {t('merge.topic', { number: topic.number })}
          </Link>
        </>
      )}
    </p>
  )
}
