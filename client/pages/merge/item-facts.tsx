import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'

interface ItemFactsProps {
  item: string
  name: string
  topic: string
  /** The passage's id. */
  passage: string
  /** The line's `speaker`; undefined: it is not said here. */
  speaker?: string | null
  children?: ReactNode
}

/** The quiet line under a change: which item, who said it, and the way to both. */
export function ItemFacts({ item, name, topic, passage, speaker, children }: ItemFactsProps) {
  const { t, language } = useText()
  const { id, topics, mechanisms } = useMeeting()
  const number = topics.find((one) => one.id === topic)?.number
  const who = speaker === undefined ? null : speakerWords(speaker, mechanisms, language)
  return (
    <p className="merge-facts">
      <Link to={`/m/${id}/draft/${item}`}>{name}</Link>
      {who !== null && (
        <>
          {' · '}
          <bdi>{who.name}</bdi>
        </>
      )}
      {number !== undefined && (
        <>
          {' · '}
          <Link to={`/m/${id}/topics/${topic}#${passage}`}>{t('merge.topic', { number })}</Link>
        </>
      )}
      {children !== undefined && <> · {children}</>}
    </p>
  )
}
