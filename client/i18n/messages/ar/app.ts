import type { Translation } from '../../catalogue.ts'
import type { app as english } from '../en/app.ts'

export const app: Translation<typeof english> = {
  'app.purpose': 'ملاحظات الاجتماع، تُكتب جماعيًا، لتصبح توصياته.',
  'language.label': 'اللغة',
}
