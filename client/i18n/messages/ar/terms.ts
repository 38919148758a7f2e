import type { Translation } from '../../catalogue.ts'
import type { terms as english } from '../en/terms.ts'

export const terms: Translation<typeof english> = {
  'kind.trend': 'اتجاه',
  'kind.good-practice': 'ممارسة جيدة',
  'kind.lesson': 'درس مستفاد',
  'kind.challenge': 'تحدٍّ',
  'kind.recommendation': 'توصية',
  'status.proposed': 'مقترحة',
  'status.under-discussion': 'قيد المناقشة',
  'status.bracketed': 'بين معقوفتين',
  'status.agreed-ad-referendum': 'متفق عليها رهناً بالتشاور',
  'status.agreed': 'متفق عليها',
  'status.adopted': 'معتمدة',
  'status.withdrawn': 'مسحوبة',
  'role.chair': 'رئاسة الاجتماع',
  'role.rapporteur': 'مقرر الجلسة',
  'role.participant': 'مشارك',
  'role.observer': 'مراقب',
  'phase.preparation': 'التحضير',
  'phase.in-session': 'الجلسات منعقدة',
  'phase.draft-in-the-room': 'المسودة في القاعة',
  'phase.comments': 'جولة التعليقات',
  'phase.silence': 'إجراء الموافقة الصامتة',
  'phase.adopted': 'الاعتماد',
  'phase.archived': 'المحفوظات',
}
