import './home.css'
import { type FormEvent, useState } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { PlainPage } from '../../shell/plain-page.tsx'
import { Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { tokenOf } from './token-of.ts'

/** For whoever is in no meeting: what Minuta is, and how to get in. */
export function Welcome() {
  const { t } = useText()
  const navigate = useNavigate()
  const [link, setLink] = useState('')
  const [isWrong, setWrong] = useState(false)

  function handleSubmit(event: FormEvent): void {
    event.preventDefault()
    const token = tokenOf(link)
    if (token === null) setWrong(true)
    else void navigate(`/join/${token}`)
  }

  return (
    <PlainPage title="" foot={t('home.operator')}>
      <h1>{t('app.purpose')}</h1>
      <p>{t('home.how')}</p>
      <form className="home-link" onSubmit={handleSubmit}>
        <TextField
          label={t('home.link')}
          value={link}
          dir="ltr"
          autoComplete="off"
          onChange={(text) => {
            setLink(text)
            setWrong(false)
          }}
          error={isWrong ? t('home.linkWrong') : undefined}
        />
        <Button type="submit" variant="primary">
          {t('home.open')}
        </Button>
      </form>
    </PlainPage>
  )
}
