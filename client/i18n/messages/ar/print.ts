import type { Translation } from '../../catalogue.ts'
import type { print as english } from '../en/print.ts'

export const print: Translation<typeof english> = {
  'print.menu': 'المزيد عن هذه الملاحظات',
  'print.open': 'طباعة…',
  'print.title': 'طباعة هذه الملاحظات',
  'print.body': 'النص، مع المتحدثين والأنواع بالكلمات، بالأسود على الأبيض.',
  'print.withNotes': 'مع التعليقات',
  'print.withNotesHint': 'تُطبع التعليقات المفتوحة في النهاية حواشيَ مرقمة. ولا تُطبع تعليقات فريق الصياغة.',
  'print.do': 'طباعة',
  'print.asOf': 'النص كما في {time}',
  'print.pageOf': 'الصفحة {page} من {count}',
  'print.notes': 'التعليقات',
  'print.noSpeaker': 'المتحدث غير مدوَّن',
  'print.leftOutHere': '[فقرة حساسة محذوفة]',
  'print.leftOut': {
    zero: 'لم تُحذف أي فقرة حساسة.',
    one: 'حُذفت فقرة حساسة واحدة.',
    two: 'حُذفت فقرتان حساستان.',
    few: 'حُذفت {count} فقرات حساسة.',
    many: 'حُذفت {count} فقرة حساسة.',
    other: 'حُذفت {count} فقرة حساسة.',
  },
}
