import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { TroublePage } from '../../shell/trouble-page.tsx'
import { ButtonLink } from '../../ui/button-link.tsx'

const nowhere = { code: 'not-found', message: '', hint: '' }

/** An address that belongs to no page. */
export function NotFoundPage() {
  const { t } = useText()
  const { message, hint } = errorWords(t, nowhere)
  return (
    <TroublePage title={message} actions={<ButtonLink to="/">{t('home.toFirstPage')}</ButtonLink>}>
      {hint}
    </TroublePage>
  )
}
