import { useState } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'

interface MarkCommand {
  readonly isBusy: boolean
  /** Why it was refused; null: it was not. */
  readonly failure: string | null
  /** Sends a command; what comes after it runs only once it is carried out. */
  run(send: () => Promise<void>): void
}

/** Sends one command of a dialog's at a time, and says why one was refused. */
export function useMarkCommand(): MarkCommand {
  const { t } = useText()
  const [isBusy, setBusy] = useState(false)
  const [failed, setFailed] = useState<ApiError | null>(null)
  const words = failed === null ? null : errorWords(t, failed)
  const run = (send: () => Promise<void>): void => {
    setBusy(true)
    setFailed(null)
    send().catch((error: unknown) => {
      setBusy(false)
      if (!(error instanceof ApiError)) throw error
      setFailed(error)
    })
  }
  return { isBusy, failure: words === null ? null : `${words.message} ${words.hint}`, run }
}
