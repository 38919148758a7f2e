import { LEFT_OUT, type LeftOut } from '../../../shared/statements/statement.ts'
import type { PasteLeft } from '../../editor/schema/paste-left.ts'
import type { Translate } from '../../i18n/translate.ts'

/** Says what of a file did not come along, or not as it looked. */
export function leftOutWords(t: Translate, { what, count }: LeftOut): string {
  return t(`statements.left.${what}`, { count })
}

/** Says what of a pasted text did not come along, the weightiest first. */
export function pasteLeftWords(t: Translate, left: PasteLeft): string {
  const told = LEFT_OUT.flatMap((what) => {
    const count = what === 'images' || what === 'comments' || what === 'tables' ? left[what] : 0
    return count > 0 ? [leftOutWords(t, { what, count })] : []
  })
  return told.join(' ')
}
