import { nanoid } from 'nanoid'
import { useState } from 'react'
import {
  MAX_REASON_CHARS,
  WITHHELD_REASONS,
  type WithheldReason,
} from '../../../shared/withheld/withheld-fact.ts'
import { post } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoomField } from '../../sync/use-room.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useMarkCommand } from './use-mark-command.ts'

interface WithholdDialogProps {
  desk: NotesDesk
  topic: Topic
  /** Ids of the lines. */
  lines: readonly string[]
  onClose(): void
}

/** Asks why a passage is sensitive, and has its words kept for the drafting group. */
export function WithholdDialog({ desk, topic, lines, onClose }: WithholdDialogProps) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const toast = useToast()
  const [id] = useState(nanoid)
  const [reason, setReason] = useState<WithheldReason>('victims')
  const [words, setWords] = useState('')
  const { isBusy, failure, run } = useMarkCommand()
  const refused = useRefusal(desk, reason === 'other' && words.trim() === '')

  const send = async (): Promise<void> => {
    const body = { id, blocks: lines, reason, words: words.trim() }
    const path = `/api/meetings/${meeting}/topics/${topic.id}/withheld`
    const { items } = await post<{ items: readonly string[] }>(path, body)
    const count = items.length
    toast.show(count === 0 ? t('marks.withhold.done') : t('marks.withhold.inDraft', { count }))
    onClose()
  }
  return (
    <Dialog
      title={t('marks.withhold.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => run(send)}
            busy={isBusy ? t('marks.withhold.busy') : undefined}
            refused={refused}
          >
            {t('marks.withhold.do')}
          </Button>
        </>
      }
    >
      <p>{t('marks.withhold.body', { count: lines.length })}</p>
      <RadioGroup
        label={t('marks.withhold.why')}
        value={reason}
        onChange={setReason}
        options={WITHHELD_REASONS.map((value) => ({ value, label: t(`marks.reason.${value}`) }))}
      />
      <TextField
        label={t(reason === 'other' ? 'marks.withhold.words' : 'marks.withhold.more')}
        hint={t('marks.withhold.hint')}
        value={words}
        onChange={setWords}
        maxLength={MAX_REASON_CHARS}
      />
      {failure !== null && (
        <p role="alert" className="marks-failure">
          {failure}
        </p>
      )}
    </Dialog>
  )
}

/** What was typed last must be with the server first: it moves the words that it has. */
function useRefusal({ client }: NotesDesk, lacksWords: boolean): string | undefined {
  const { t } = useText()
  const link = useRoomField(client, 'link')
  const unsaved = useRoomField(client, 'unsaved')
  if (link !== 'online') return t('marks.withhold.offline')
  if (unsaved > 0) return t('marks.withhold.unsaved')
  return lacksWords ? t('marks.withhold.needsWords') : undefined
}
