import { useState } from 'react'
import { PHASES, type Phase } from '../../../shared/permissions/principal.ts'
import { ApiError } from '../../api/api-error.ts'
import { patch } from '../../api/request.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'

/** Asks which phase the meeting goes to, and says what each opens and closes. Each can go back. */
export function ChangePhase({ onClose }: { onClose(): void }) {
  const { t } = useText()
  const { id, meeting } = useMeeting()
  const [phase, setPhase] = useState<Phase>(meeting.phase)
  const [isBusy, setBusy] = useState(false)
  const [failure, setFailure] = useState<ApiError | null>(null)

  async function handleChange(): Promise<void> {
    setBusy(true)
    setFailure(null)
    try {
      await patch(`/api/meetings/${id}`, { phase })
      onClose()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
      setBusy(false)
    }
  }

  const words = failure === null ? null : errorWords(t, failure)
  return (
    <Dialog
      title={t('overview.phase.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button
            variant="primary"
            onPress={() => void handleChange()}
            busy={isBusy ? t('overview.phase.changing') : undefined}
            refused={phase === meeting.phase ? t('overview.phase.same') : undefined}
          >
            {t('overview.phase.change')}
          </Button>
        </>
      }
    >
      <RadioGroup
        label={t('overview.phase.title')}
        isLabelHidden
        value={phase}
        onChange={setPhase}
        options={PHASES.map((each: Phase) => ({
          value: each,
          label: t(`phase.${each}`),
          hint: t(`overview.phase.${each}`),
        }))}
      />
      {words !== null && (
        <p role="alert" className="overview-failure">
          {words.message} {words.hint}
        </p>
      )}
    </Dialog>
  )
}
