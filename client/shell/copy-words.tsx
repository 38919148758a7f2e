import './copy-words.css'
import { type ReactNode, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { Button } from '../ui/button.tsx'
import { downloadText } from './download-text.ts'

interface CopyWordsProps {
  text: string
  /** Names the text for screen readers. */
  label: string
  /** It was copied or downloaded. */
  onSafe?(): void
  autoFocus?: boolean
  /** Buttons beside Copy and Download. */
  children?: ReactNode
}

/** A text to read, copy and download. */
export function CopyWords({ text, label, onSafe, autoFocus = false, children }: CopyWordsProps) {
  const { t } = useText()
  const words = useRef<HTMLTextAreaElement>(null)
  const [isCopied, setCopied] = useState(false)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
      onSafe?.()
    } catch {
      // On plain http there is no clipboard: what is selected can be copied by hand.
      words.current?.focus()
      words.current?.select()
    }
  }
  const download = (): void => {
    downloadText('minuta-words.txt', text)
    onSafe?.()
  }
  return (
    <div className="copy-words">
      <textarea
        ref={words}
        readOnly
        aria-label={label}
        value={text}
        dir="auto"
        rows={4}
        onCopy={onSafe}
        // biome-ignore lint/a11y/noAutofocus: what had the focus gave way to this text.
        autoFocus={autoFocus}
      />
      <div className="copy-words-acts">
        <Button variant="primary" onPress={() => void copy()}>
          {isCopied ? t('late.copied') : t('late.copy')}
        </Button>
        <Button onPress={download}>{t('late.download')}</Button>
        {children}
      </div>
    </div>
  )
}
