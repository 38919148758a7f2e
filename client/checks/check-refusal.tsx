import './check-refusal.css'
import { CircleAlert } from 'lucide-react'
import type { ApiError } from '../api/api-error.ts'
import { errorWords } from '../i18n/error-words.ts'
import { useText } from '../i18n/text.tsx'

/** Why something about checks was not done, in the page's words where it has its own. */
export function CheckRefusal({ refusal }: { refusal: ApiError | null }) {
  const { t } = useText()
  if (refusal === null) return null
  const { message, hint } = errorWords(t, refusal)
  const own = { 'text-changed': t('checks.textChanged'), conflict: t('checks.noFit') }[refusal.code]
  return (
    <p className="check-refusal" role="alert">
      <CircleAlert />
      <span>{own ?? `${message} ${hint}`}</span>
    </p>
  )
}
