import { expect, test } from 'vitest'
import { fileName } from './file-name.ts'

test.each([
  ['Berlin consultation', 'en', 'Berlin consultation - Recommendations.docx'],
  ['Consultation de Genève', 'fr', 'Consultation de Genève - Recommandations.docx'],
  ['../../etc/passwd', 'en', 'etc passwd - Recommendations.docx'],
  ['a\r\nX-Evil: 1', 'en', 'a X-Evil 1 - Recommendations.docx'],
  ['-rf "x" <y>|.exe\u202E. ', 'en', 'rf x y .exe - Recommendations.docx'],
  ['...', 'es', 'Recomendaciones.docx'],
  ['😀'.repeat(80), 'en', `${'😀'.repeat(50)} - Recommendations.docx`],
  ['', 'ar', 'Long title - التوصيات.docx'],
] as const)('the short title %j gives, in %s, %j', (shortTitle, language, name) => {
  expect(fileName({ title: 'Long title', shortTitle }, language, 'docx')).toBe(name)
})
