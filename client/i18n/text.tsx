import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react'
import type { Catalogue } from './catalogue.ts'
import { type Language, languages } from './languages.ts'
import { loadCatalogue } from './load-catalogue.ts'
import { storeLanguage } from './stored-language.ts'
import { createTranslate, type Translate } from './translate.ts'

interface Text {
  t: Translate
  language: Language
  /** Changes the interface once the other language's messages are there. */
  chooseLanguage(language: Language): void
}

const TextContext = createContext<Text | undefined>(undefined)

interface TextProviderProps {
  initial: { language: Language; catalogue: Catalogue }
  children: ReactNode
}

/** Gives the words to everything inside it, and keeps `lang` and `dir` of the page true. */
export function TextProvider({ initial, children }: TextProviderProps) {
  const [current, setCurrent] = useState(initial)

  useEffect(() => {
    document.documentElement.lang = current.language
    document.documentElement.dir = languages[current.language].dir
  }, [current.language])

  const text = useMemo(
    () => ({
      t: createTranslate(current.language, current.catalogue),
      language: current.language,
      chooseLanguage: (language: Language) => {
        loadCatalogue(language).then(
          (catalogue) => {
            storeLanguage(language)
            setCurrent({ language, catalogue })
          },
          // Not to be had just now: the page stays in its language, and so does the choice on the screen.
          () => undefined,
        )
      },
    }),
    [current],
  )
  return <TextContext value={text}>{children}</TextContext>
}

/** Gives `t` for words, the language in use, and the way to change it. */
export function useText(): Text {
  const text = useContext(TextContext)
  if (!text) throw new Error('useText needs a TextProvider above it')
  return text
}
