import './withheld-tab.css'
import { ChevronDown, ChevronUp, EyeOff } from 'lucide-react'
import { useId, useState } from 'react'
import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoomField } from '../../sync/use-room.ts'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useLineAddress } from './withheld-address.ts'
import { type ShownWithheld, useTopicWithheld } from './withheld-facts.ts'
import { WithheldLate } from './withheld-late.tsx'
import { usePutBack, WithheldReason, WithheldWords } from './withheld-passage.tsx'

interface WithheldTabProps {
  desk: NotesDesk
  topic: Topic
  /** Closes the panel where it lies over the text. */
  onClose(): void
}

/** The sensitive passages of a topic, for the drafting group: why, by whom, since when, and what they say on demand. */
export function WithheldTab({ desk, topic, onClose }: WithheldTabProps) {
  const { t } = useText()
  const { may } = useMeeting()
  const passages = useTopicWithheld(desk, topic.id)
  const mayWrite = useRoomField(desk.client, 'mayWrite') && may('write-notes', { topic })
  if (passages === null) return <Skeleton lines={4} />
  if (passages.length === 0) {
    return (
      <div className="withheld-none">
        <p>{t('marks.list.none')}</p>
        <p className="marks-note">{t('marks.list.how')}</p>
      </div>
    )
  }
  return (
    <ul className="withheld-list" aria-label={t('marks.list.label')}>
      {passages.map((passage) => (
        <Passage
          key={passage.id}
          desk={desk}
          topic={topic}
          passage={passage}
          writes={mayWrite}
          onClose={onClose}
        />
      ))}
    </ul>
  )
}

interface PassageProps extends WithheldTabProps {
  passage: ShownWithheld
  writes: boolean
}

function Passage({ desk, topic, passage, writes, onClose }: PassageProps) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const wordsId = useId()
  const { button, refusal } = usePutBack(desk, topic, passage.id, () => {})
  const { fact, line } = passage
  const addressOf = useLineAddress()
  return (
    <li className="withheld-item">
      <EyeOff className="withheld-glyph" aria-hidden />
      <WithheldReason fact={fact} />
      <div id={wordsId}>{isOpen && <WithheldWords fact={fact} />}</div>
      <WithheldLate desk={desk} passage={passage} writes={writes} onLeave={onClose} />
      <div className="withheld-acts">
        <button
          type="button"
          className="button button-quiet button-small"
          aria-expanded={isOpen}
          aria-controls={wordsId}
          onClick={() => setOpen(!isOpen)}
        >
          {isOpen ? <ChevronUp aria-hidden /> : <ChevronDown aria-hidden />}
          {t(isOpen ? 'marks.list.hide' : 'marks.list.show')}
        </button>
        {line === null ? (
          <span className="marks-note">{t('marks.list.noPlace')}</span>
        ) : (
          <Link to={addressOf(line)}>{t('marks.list.jump')}</Link>
        )}
        {writes && button}
      </div>
      {refusal}
    </li>
  )
}
