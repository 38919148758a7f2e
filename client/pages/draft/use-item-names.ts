import type { ItemType } from '../../../shared/draft/draft-item.ts'
import { useText } from '../../i18n/text.tsx'

/** Names an item, its text and its menu. */
export function useItemNames(
  type: ItemType,
  number: string | number | null,
): { item: string; text: string; more: string } {
  const { t } = useText()
  if (type === 'heading')
    return { item: t('draft.itemHeading'), text: t('draft.textOfHeading'), more: t('draft.moreHeading') }
  if (number === null)
    return {
      item: t('draft.itemParagraph'),
      text: t('draft.textOfParagraph'),
      more: t('draft.moreParagraph'),
    }
  return {
    item: t('draft.item', { number }),
    text: t('draft.textOf', { number }),
    more: t('draft.more', { number }),
  }
}
