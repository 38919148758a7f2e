import { useState } from 'react'
import type { WaitingWords } from '../../../shared/meeting/late-words.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'

/** About what six lines hold: more is folded. */
const FOLDED_CHARS = 420
const FOLDED_LINES = 6

/** The words as they would be added, to read. */
export function LateText({ words: { words, length } }: { words: WaitingWords }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  if (words.trim() === '') return <p className="late-no-words">{t('late.noWords')}</p>
  const lines = words.trim().split('\n')
  const isLong = words.length > FOLDED_CHARS || lines.length > FOLDED_LINES
  return (
    <div className="late-words">
      <blockquote className="late-text" data-folded={(isLong && !isOpen) || undefined}>
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the text never changes.
          <p key={index} dir="auto">
            {line}
          </p>
        ))}
      </blockquote>
      {length > words.length && (isOpen || !isLong) && (
        <p className="late-beginning">{t('late.beginning', { count: length })}</p>
      )}
      {isLong && (
        <Button variant="quiet" size="small" onPress={() => setOpen(!isOpen)}>
          {t(isOpen ? 'late.less' : 'late.more')}
        </Button>
      )}
    </div>
  )
}
