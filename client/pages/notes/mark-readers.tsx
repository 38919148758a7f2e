import './marks.css'
import { useState } from 'react'
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '../../../shared/meeting/facts.ts'
import { patch } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { useToast } from '../../ui/toast.tsx'
import { useMarkCommand } from './use-mark-command.ts'

/** Those who can be let in, the fewest first: each takes in the ones before. */
const READERS: readonly Topic['readers'][] = ['drafting', 'members', 'all']

interface ReadersDialogProps {
  topic: Topic
  onClose(): void
}

/** Asks the chair who may open a topic's notes, and how much is told of who spoke there. Takes effect at once. */
export function ReadersDialog({ topic, onClose }: ReadersDialogProps) {
  const { t } = useText()
  const { id } = useMeeting()
  const toast = useToast()
  const [readers, setReaders] = useState(topic.readers)
  const [cap, setCap] = useState<AttributionLevel>(topic.cap)
  const { isBusy, failure, run } = useMarkCommand()
  const isSame = readers === topic.readers && cap === topic.cap
  const send = async (): Promise<void> => {
    await patch(`/api/meetings/${id}/topics/${topic.id}`, { readers, cap })
    toast.show(t('marks.readers.done'))
    onClose()
  }
  return (
    <Dialog
      title={t('marks.readers.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => run(send)}
            busy={isBusy ? t('marks.readers.busy') : undefined}
            refused={isSame ? t('marks.readers.same') : undefined}
          >
            {t('marks.readers.do')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('marks.readers.who')}
        value={readers}
        onChange={setReaders}
        options={READERS.map((value) => ({ value, label: t(`marks.readers.choice.${value}`) }))}
      />
      <p className="marks-note">{t('marks.readers.atOnce')}</p>
      <RadioGroup
        label={t('marks.readers.cap')}
        value={cap}
        onChange={setCap}
        options={ATTRIBUTION_LEVELS.map((value) => ({ value, label: t(`export.level.${value}`) }))}
      />
      {failure !== null && (
        <p role="alert" className="marks-failure">
          {failure}
        </p>
      )}
    </Dialog>
  )
}
