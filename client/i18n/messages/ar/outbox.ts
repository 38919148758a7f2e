import type { Translation } from '../../catalogue.ts'
import type { outbox as english } from '../en/outbox.ts'

export const outbox: Translation<typeof english> = {
  'outbox.refused': {
    zero: 'لم يُنفَّذ أي تغيير.',
    one: 'لم يُنفَّذ تغيير واحد.',
    two: 'لم يُنفَّذ تغييران.',
    few: 'لم تُنفَّذ {count} تغييرات.',
    many: 'لم يُنفَّذ {count} تغييرًا.',
    other: 'لم يُنفَّذ {count} تغيير.',
  },
  'outbox.refusedBody': 'لم يقبل الخادم ما طلبته. وهو موجود على هذا الجهاز وحده: حاول من جديد أو تجاهله.',
  'outbox.goTo': 'الانتقال إلى المسودة',
  'outbox.behind': 'ينتظر ما قبله.',
  'outbox.waits': 'حُفظ ذلك على هذا الجهاز وسيُنفَّذ عند عودة الاتصال.',
  'outbox.waiting.split': 'التقسيم ينتظر الاتصال',
  'outbox.waiting.combine': 'الدمج ينتظر الاتصال',
  'outbox.waiting.apart': 'الفصل ينتظر الاتصال',
  'outbox.waiting.undo': 'التراجع ينتظر الاتصال',
  'outbox.giveUp': 'التخلي عنه',
}
