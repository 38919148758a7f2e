import type { Catalogue } from './catalogue.ts'
import type { Language } from './languages.ts'
import { en } from './messages/en.ts'

/** Loads a language's messages. English is always at hand; the others come as files of their own. */
export async function loadCatalogue(language: Language): Promise<Catalogue> {
  switch (language) {
    case 'en':
      return en
    case 'fr':
      return (await import('./messages/fr.ts')).fr
    case 'es':
      return (await import('./messages/es.ts')).es
    case 'ar':
      return (await import('./messages/ar.ts')).ar
  }
}
