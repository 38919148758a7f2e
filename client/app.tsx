import { isLanguage, languages } from './i18n/languages.ts'
import { useText } from './i18n/text.tsx'

/** The first page: what this is, and in which language it speaks. */
export function App() {
  const { t, language, chooseLanguage } = useText()
  return (
    <main className="first-page">
      <h1>Minuta</h1>
      <p>{t('app.purpose')}</p>
      <label>
        {t('language.label')}{' '}
        <select
          value={language}
          onChange={(event) => {
            if (isLanguage(event.target.value)) chooseLanguage(event.target.value)
          }}
        >
          {Object.entries(languages).map(([code, { name }]) => (
            <option key={code} value={code} lang={code}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </main>
  )
}
