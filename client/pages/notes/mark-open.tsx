import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import type { NotesDesk } from './notes-desk.ts'
import type { ShownWithheld } from './withheld-facts.ts'
import { WithheldLate } from './withheld-late.tsx'
import { usePutBack, WithheldReason, WithheldWords } from './withheld-passage.tsx'

interface WithheldDialogProps {
  desk: NotesDesk
  topic: Topic
  /** Of the withheld passage. */
  id: string
  /** Those of the topic; null: not here yet. */
  passages: readonly ShownWithheld[] | null
  writes: boolean
  onClose(): void
}

/** Shows chair and rapporteurs what a sensitive passage says, from the drafting room; lets it be put back. */
export function WithheldDialog({ desk, topic, id, passages, writes, onClose }: WithheldDialogProps) {
  const { t } = useText()
  const { button, refusal } = usePutBack(desk, topic, id, onClose)
  const passage = passages?.find((each) => each.id === id)
  return (
    <Dialog
      title={t('marks.open.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {writes && passage !== undefined && button}
          <Button variant="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      {passage !== undefined ? (
        <>
          <WithheldWords fact={passage.fact} />
          <WithheldReason fact={passage.fact} />
          <WithheldLate desk={desk} passage={passage} writes={writes} onLeave={onClose} />
        </>
      ) : passages !== null ? (
        <p>{t('marks.open.gone')}</p>
      ) : (
        <Skeleton lines={3} />
      )}
      {refusal}
    </Dialog>
  )
}
