import type { Translation } from '../../catalogue.ts'
import type { search as english } from '../en/search.ts'

export const search: Translation<typeof english> = {
  'search.title': 'البحث في الاجتماع',
  'search.words': 'كلمات البحث',
  'search.placeholder': 'كلمات، أو اسم المتحدث',
  'search.hint': 'كل المحاضر التي يجوز لك قراءتها، والمسودة.',
  'search.count': {
    zero: 'لا مقاطع',
    one: 'مقطع واحد',
    two: 'مقطعان',
    few: '{count} مقاطع',
    many: '{count} مقطعاً',
    other: '{count} مقطع',
  },
  'search.missing': {
    zero: 'كل النصوص على هذا الجهاز.',
    one: 'لم يصل نص واحد إلى هذا الجهاز بعد، ولا يشمله البحث.',
    two: 'لم يصل نصان إلى هذا الجهاز بعد، ولا يشملهما البحث.',
    few: 'لم تصل {count} نصوص إلى هذا الجهاز بعد، ولا يشملها البحث.',
    many: 'لم يصل {count} نصاً إلى هذا الجهاز بعد، ولا يشملها البحث.',
    other: 'لم يصل {count} نص إلى هذا الجهاز بعد، ولا يشملها البحث.',
  },
  'search.topic.title': 'البحث في هذا الموضوع',
  'search.topic.words': 'البحث في هذا الموضوع',
  'search.topic.at': '{at} من {count}',
  'search.topic.count': {
    zero: 'لا نتائج',
    one: 'نتيجة واحدة',
    two: 'نتيجتان',
    few: '{count} نتائج',
    many: '{count} نتيجة',
    other: '{count} نتيجة',
  },
  'search.topic.none': 'لا نتائج',
  'search.topic.next': 'النتيجة التالية',
  'search.topic.before': 'النتيجة السابقة',
  'search.topic.whole': 'الاجتماع كله',
  'search.topic.only': 'في هذا الموضوع فقط',
  'search.keys.topic': 'البحث في هذا الموضوع؛ ومرة أخرى: في الاجتماع كله',
  'search.keys.go': 'النتيجة التالية، السابقة',
}
