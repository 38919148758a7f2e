import type { LeftOut } from '../../../shared/statements/statement.ts'
import type { Translate } from '../../i18n/translate.ts'

/** Says what of a file did not come along, or not as it looked. */
export function leftOutWords(t: Translate, { what, count }: LeftOut): string {
  return t(`statements.left.${what}`, { count })
}
