import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A recommendation of several pages; the server takes no more. */
const MAX_WORDS = 20_000

interface WordsFieldProps {
  /** The words to begin with. */
  words: string
  onDone(words: string): void
  onCancel(): void
}

/** Writes another wording, before anything is taken. */
export function WordsField({ words, onDone, onCancel }: WordsFieldProps) {
  const { t } = useText()
  const [value, setValue] = useState(words)
  const isEmpty = value.trim() === ''
  return (
    <div className="merge-edit">
      <TextField
        label={t('merge.wording')}
        hint={t('merge.wordingHint')}
        value={value}
        onChange={setValue}
        lines={4}
        maxLength={MAX_WORDS}
        autoFocus
        error={isEmpty ? t('merge.needsWords') : undefined}
      />
      <div className="merge-edit-acts">
        <Button size="small" variant="quiet" onPress={onCancel}>
          {t('merge.wordingCancel')}
        </Button>
        <Button
          size="small"
          onPress={() => onDone(value.trim())}
          refused={isEmpty ? t('merge.needsWords') : undefined}
        >
          {t('merge.wordingDone')}
        </Button>
      </div>
    </div>
  )
}
