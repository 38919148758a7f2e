import type { Translation } from '../../catalogue.ts'
import type { ui as english } from '../en/ui.ts'

export const ui: Translation<typeof english> = {
  'ui.close': 'إغلاق',
  'ui.cancel': 'إلغاء',
  'ui.undo': 'تراجع',
  'ui.more': 'المزيد',
  'ui.loading': 'جارٍ التحميل…',
  'ui.tryAgain': 'أعد المحاولة',
  'ui.notLoaded': 'تعذّر التحميل. أعد المحاولة عند عودة الاتصال.',
  'ui.reload': 'إعادة التحميل',
}
