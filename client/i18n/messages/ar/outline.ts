import type { Translation } from '../../catalogue.ts'
import type { outline as english } from '../en/outline.ts'

export const outline: Translation<typeof english> = {
  'outline.title': 'المخطط',
  'outline.empty': 'لم يدوَّن شيء بعد. تظهر هنا العناوين والمداخلات.',
  'outline.noneSuch': 'لا توجد مداخلة من هذا النوع لهذا المتحدث.',
  'outline.everybody': 'كل المتحدثين',
  'outline.bySpeaker': 'من تحدث',
  'outline.byKind': 'المداخلات التي فيها فقط',
  'outline.silent': {
    zero: 'لا أسطر بلا متحدث',
    one: 'سطر واحد بلا متحدث',
    two: 'سطران بلا متحدث',
    few: '{count} أسطر بلا متحدث',
    many: '{count} سطراً بلا متحدث',
    other: '{count} سطر بلا متحدث',
  },
  'outline.counts': 'الأعداد',
  'outline.words': 'الكلمات',
  'outline.selected': 'الكلمات المحددة',
  'outline.interventions': 'المداخلات',
}
