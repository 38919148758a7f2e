import { useCallback } from 'react'
import { ApiError } from '../../api/api-error.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useToast } from '../../ui/toast.tsx'

/** Gives the way to say that a command was not carried out, and why. */
export function useTellRefusal(): (what: string, thrown: unknown) => void {
  const { t } = useText()
  const toast = useToast()
  return useCallback(
    (what, thrown) => {
      const error = thrown instanceof ApiError ? thrown : new ApiError('internal', String(thrown), '', 0)
      const { message, hint } = errorWords(t, error)
      toast.show(`${what} ${message} ${hint}`)
    },
    [t, toast],
  )
}
