import { Check, Unlink } from 'lucide-react'
import { type FormEvent, useEffect, useId, useRef, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import type { TextDesk } from './text-desk.ts'
import { isAddress, linkOn, setLink } from './toolbar-marks.ts'

interface ToolbarLinkProps {
  desk: TextDesk
  /** Goes back to the text. */
  onDone(): void
}

/** Where the selected words lead: the address, and a way to take it away. */
export function ToolbarLink({ desk, onDone }: ToolbarLinkProps) {
  const { t } = useText()
  const error = useId()
  const field = useRef<HTMLInputElement>(null)
  const [before] = useState(() => linkOn(desk.editor.state))
  const [isWrong, setWrong] = useState(false)
  useEffect(() => field.current?.select(), [])
  const handleSubmit = (event: FormEvent): void => {
    event.preventDefault()
    const address = field.current?.value ?? ''
    if (!isAddress(address)) {
      setWrong(true)
      field.current?.focus()
      return
    }
    setLink(desk, address)
    onDone()
  }
  return (
    <form className="toolbar-link" onSubmit={handleSubmit} noValidate>
      <input
        ref={field}
        className="toolbar-address"
        type="url"
        dir="ltr"
        aria-label={t('manners.linkAddress')}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? error : undefined}
        placeholder="https://"
        defaultValue={before}
        onInput={() => setWrong(false)}
      />
      <button
        type="submit"
        className="toolbar-button"
        aria-label={t('manners.linkSet')}
        title={t('manners.linkSet')}
      >
        <Check aria-hidden />
      </button>
      {before !== '' && (
        <button
          type="button"
          className="toolbar-button"
          aria-label={t('manners.linkRemove')}
          title={t('manners.linkRemove')}
          onClick={() => {
            setLink(desk, null)
            onDone()
          }}
        >
          <Unlink aria-hidden />
        </button>
      )}
      {isWrong && (
        <p id={error} role="alert" className="toolbar-wrong">
          {t('manners.linkWrong')}
        </p>
      )}
    </form>
  )
}
