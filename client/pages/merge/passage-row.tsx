import { ChevronDown, ChevronUp, Pencil } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'react-router'
import type { CombineObjection } from '../../../shared/merge/combination.ts'
import type { PlannedPassage } from '../../../shared/merge/merge-plan.ts'
import { formatTime } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { WordsField } from './words-field.tsx'

interface PassageRowProps {
  passage: PlannedPassage
  topic: Topic | undefined
  /** When its first words were typed; undefined: not known. */
  at: number | undefined
  isChosen: boolean
  onChoose(isChosen: boolean): void
  /** Other words than those of the notes; null: theirs. */
  words: string | null
  onWords(words: string): void
  /** Why it needs another look. */
  again: CombineObjection | null
}

/** One recommendation of the notes that a merge would take: who said it, where, and its words. */
export function PassageRow(props: PassageRowProps) {
  const { passage, topic, at, isChosen, onChoose, words, onWords, again } = props
  const { t, language } = useText()
  const { mechanisms } = useMeeting()
  const [isOpen, setOpen] = useState(false)
  const [isWriting, setWriting] = useState(false)
  const speaker = speakerWords(passage.speaker, mechanisms, language)
  const who = speaker?.name ?? t('merge.noSpeaker')
  const isLong = passage.words.length > 60 || passage.words.includes('\n')
  return (
    <li className="merge-row" data-again={again ?? undefined}>
      <div className="merge-who">
        <Checkbox isSelected={isChosen} onChange={onChoose}>
          <span className="visually-hidden">{t('merge.take', { who })}</span>
          <bdi aria-hidden className={speaker === null ? 'merge-nobody' : 'merge-name'}>
            {who}
          </bdi>
        </Checkbox>
      </div>
      <PassageLink passage={passage} topic={topic} at={at} />
      <div className="merge-said">
        <p
          className="merge-words"
          data-open={isOpen || undefined}
          dir="auto"
          {...(passage.lang !== null && { lang: passage.lang })}
        >
          {words ?? passage.words}
        </p>
        {words !== null && <p className="merge-facts">{t('merge.reworded')}</p>}
        {isWriting && (
          <WordsField
            words={words ?? passage.words}
            onDone={(written) => {
              setWriting(false)
              onWords(written)
            }}
            onCancel={() => setWriting(false)}
          />
        )}
        {again !== null && <p className="merge-why">{t(`merge.why.${again}`)}</p>}
      </div>
      <div className="merge-row-acts">
        <IconButton
          icon={Pencil}
          label={t('merge.writeOf', { who })}
          size="small"
          onPress={() => setWriting(true)}
        />
        {isLong && (
          <IconButton
            icon={isOpen ? ChevronUp : ChevronDown}
            label={isOpen ? t('merge.less') : t('merge.more')}
            size="small"
            onPress={() => setOpen(!isOpen)}
          />
        )}
      </div>
    </li>
  )
}

function PassageLink({ passage, topic, at }: Pick<PassageRowProps, 'passage' | 'topic' | 'at'>) {
  const { t } = useText()
  const { id, meeting } = useMeeting()
  if (topic === undefined) return <span />
  const { number } = topic
  return (
    <Link className="merge-topic" to={`/m/${id}/topics/${passage.topic}#${passage.id}`} title={topic.title}>
      {at === undefined
        ? t('merge.topic', { number })
        : t('merge.topicAt', { number, time: formatTime(at, meeting.timeZone) })}
    </Link>
  )
}
