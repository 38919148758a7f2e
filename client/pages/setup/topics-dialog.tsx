import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { MemberRow } from './member-rows.ts'

interface TopicsDialogProps {
  row: MemberRow
  onClose(): void
  onSave(row: MemberRow, topics: readonly string[]): void
}

/** Which topics a rapporteur notes. */
export function TopicsDialog({ row, onClose, onSave }: TopicsDialogProps) {
  const { t } = useText()
  const { topics } = useMeeting()
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(row.member.topics))

  function handleChange(topic: string, isChosen: boolean): void {
    const next = new Set(chosen)
    if (isChosen) next.add(topic)
    else next.delete(topic)
    setChosen(next)
  }

  return (
    <Dialog
      title={t('setup.topics.title', { name: row.member.name })}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() =>
              onSave(
                row,
                topics.filter(({ id }) => chosen.has(id)).map(({ id }) => id),
              )
            }
          >
            {t('setup.topics.save')}
          </Button>
        </>
      }
    >
      <div className="choice-group">
        {topics.map(({ id, number, title }) => (
          <Checkbox key={id} isSelected={chosen.has(id)} onChange={(isChosen) => handleChange(id, isChosen)}>
            {number}. <bdi>{title}</bdi>
          </Checkbox>
        ))}
      </div>
    </Dialog>
  )
}
