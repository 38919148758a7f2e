import '@fontsource-variable/ibm-plex-sans/index.css'
import '@fontsource-variable/source-serif-4/index.css'
import '@fontsource-variable/source-serif-4/wght-italic.css'
import './theme/fonts.css'
import './theme/tokens.css'
import './theme/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App, loadPage } from './app.tsx'
import { chooseLanguage } from './i18n/languages.ts'
import { englishFirst, loadCatalogue } from './i18n/load-catalogue.ts'
import { readStoredLanguage } from './i18n/stored-language.ts'
import { TextProvider } from './i18n/text.tsx'
import { myMeetings } from './meeting/my-meetings.ts'
import './offline/install-prompt.ts'
import { applyThemeChoice, readThemeChoice } from './theme/theme-choice.ts'

const root = document.getElementById('root')
if (!root) throw new Error('index.html has no element with the id "root"')

// Before the first paint: a page that turns dark afterwards dazzles.
applyThemeChoice(readThemeChoice())

const page = loadPage(window.location.pathname)
// All pages of a meeting wait for the answer: it comes while their code does.
if (window.location.pathname.startsWith('/m/')) void myMeetings.ask()
const language = chooseLanguage(readStoredLanguage(), navigator.languages)
// English is part of this file: a language that cannot be fetched must not leave an empty page.
const initial = await loadCatalogue(language).then(
  (catalogue) => ({ language, catalogue }),
  () => ({ language: 'en' as const, catalogue: englishFirst }),
)

/** How long nothing at all is shown, rather than a waiting page that would stand longer than the wait. */
const BLANK_MS = 300
await Promise.race([page, new Promise((resolve) => setTimeout(resolve, BLANK_MS))])

createRoot(root).render(
  <StrictMode>
    <TextProvider initial={initial}>
      <App />
    </TextProvider>
  </StrictMode>,
)

// Never under `npm run dev`: a page from a worker's cache would hide what was just changed.
if (import.meta.env.PROD)
  void import('./offline/register.ts').then(
    ({ keepAppHere }) => keepAppHere(),
    () => {},
  )
