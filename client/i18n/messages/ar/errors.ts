import type { Translation } from '../../catalogue.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: Translation<typeof english> = {
  'error.offline': 'تعذّر الوصول إلى الخادم.',
  'error.offline.hint': 'أعد المحاولة عند عودة الاتصال.',
  'error.internal': 'حدث خطأ في الخادم.',
  'error.internal.hint': 'أعد المحاولة بعد قليل.',
  'error.bad-request': 'تعذّر فهم هذا الطلب.',
  'error.bad-request.hint': 'أعد تحميل الصفحة ثم حاول من جديد.',
  'error.signed-out': 'لم تسجّل الدخول.',
  'error.signed-out.hint': 'افتح رابط دعوتك من جديد. ما كتبته على هذا الجهاز محفوظ.',
  'error.forbidden': 'لا يسمح دورك في هذا الاجتماع بذلك.',
  'error.forbidden.hint': 'راجع رئاسة الاجتماع.',
  'error.origin-refused': 'ورد هذا الطلب من موقع آخر.',
  'error.origin-refused.hint': 'افتح Minuta من عنوانه الخاص.',
  'error.not-found': 'لا يوجد شيء في هذا العنوان.',
  'error.not-found.hint': 'تحقق من الرابط أو ابدأ من الصفحة الأولى.',
  'error.too-large': 'هذا أكبر مما يمكن إرساله دفعة واحدة.',
  'error.too-large.hint': 'أرسله على أجزاء.',
}
