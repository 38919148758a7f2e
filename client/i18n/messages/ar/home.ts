import type { Translation } from '../../catalogue.ts'
import type { home as english } from '../en/home.ts'

export const home: Translation<typeof english> = {
  'home.toFirstPage': 'إلى الصفحة الأولى',
  'home.myMeetings': 'اجتماعاتي',
  'home.as': '{name}، {role}',
  'home.how':
    'تدخل برابط دعوة أو برمز الاستجابة السريعة الخاص به، ترسله إليك أمانة اجتماعك أو رئاسته. لا توجد كلمة مرور.',
  'home.link': 'رابط دعوتك',
  'home.linkWrong': 'هذا ليس رابط دعوة. ينتهي الرابط بسلسلة طويلة من الحروف والأرقام.',
  'home.open': 'افتح الدعوة',
  'home.operator': 'أتدير هذا الخادم؟ ظهر أول رابط لرئاسة الاجتماع عند بدء تشغيل Minuta.',
}
