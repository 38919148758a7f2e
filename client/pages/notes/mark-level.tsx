import { useState } from 'react'
import { lowerLevel, parseLevel } from '../../../shared/meeting/attribution.ts'
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '../../../shared/meeting/facts.ts'
import { attributesOf } from '../../editor/binding/block-node.ts'
import { indexOfLine, interventionAt } from '../../editor/notes/interventions-in.ts'
import { setLevel } from '../../editor/notes/mark-commands.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { announce } from '../../ui/announce.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import type { NotesDesk } from './notes-desk.ts'

interface LevelDialogProps {
  desk: NotesDesk
  topic: Topic
  /** A line of the intervention. */
  line: string
  onClose(): void
}

/** Asks how much is told, outside these notes, of who said an intervention: never more than the topic lets. */
export function LevelDialog({ desk, topic: { cap }, line, onClose }: LevelDialogProps) {
  const { t } = useText()
  const [level, setChosen] = useState<AttributionLevel>(() => levelOf(desk, line, cap))
  const set = (): void => {
    const { tr } = desk.editor.state
    desk.undo.stopCapturing()
    setLevel(tr, line, level === cap ? null : level)
    desk.editor.view.dispatch(tr)
    desk.undo.stopCapturing()
    announce(t('marks.namedAs', { level: t(`export.level.${level}`) }))
    onClose()
  }
  return (
    <Dialog
      title={t('marks.level.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" onPress={set}>
            {t('marks.level.set')}
          </Button>
        </>
      }
    >
      <p>{t('marks.level.body')}</p>
      <RadioGroup
        label={t('marks.level.title')}
        isLabelHidden
        value={level}
        onChange={setChosen}
        options={ATTRIBUTION_LEVELS.map((value) => ({
          value,
          label: t(`export.level.${value}`),
          ...(lowerLevel(value, cap) !== value && { isDisabled: true, hint: t('marks.level.capped') }),
          ...(value === cap && { hint: t('marks.level.cap') }),
        }))}
      />
    </Dialog>
  )
}

function levelOf({ editor }: NotesDesk, line: string, cap: AttributionLevel): AttributionLevel {
  const { doc } = editor.state
  const index = indexOfLine(doc, line)
  if (index < 0) return cap
  const own = parseLevel(attributesOf(doc.child(interventionAt(doc, index).from)).attribution)
  return own === null ? cap : lowerLevel(own, cap)
}
