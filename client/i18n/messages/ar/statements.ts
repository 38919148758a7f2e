import type { Translation } from '../../catalogue.ts'
import type { PluralMessage } from '../../message.ts'
import type { statements as english } from '../en/statements.ts'

/** A number after a colon needs no form of its own. */
function anyNumber(text: string): PluralMessage {
  return { zero: text, one: text, two: text, few: text, many: text, other: text }
}

export const statements: Translation<typeof english> = {
  'statements.import': 'استيراد بيان…',
  'statements.dropHere': 'أفلت البيان هنا: Word أو Markdown أو نص عادي',
  'statements.oneAtATime': 'ملف واحد في كل مرة: يُقرأ الأول.',
  'statements.title': 'استيراد بيان مكتوب',
  'statements.sending': 'جارٍ إرسال الملف: {percent}%',
  'statements.reading': 'جارٍ قراءة الملف…',
  'statements.notRead': 'لا يوجد نص لإدراجه بعد.',
  'statements.again': 'المحاولة مجددًا',
  'statements.another': 'اختيار ملف آخر…',
  'statements.insert': 'إدراج كمداخلة واحدة',
  'statements.inserted': anyNumber('عدد المقاطع التي أُدرجت في الملاحظات: {count}.'),
  'statements.afterCaret': 'يوضع بعد المداخلة التي فيها المؤشر.',
  'statements.atEnd': 'يوضع في نهاية الملاحظات.',
  'statements.numbers': 'الإبقاء على أرقام الفقرات ({number} …)',
  'statements.numbersHint': 'كنص في أول كل فقرة، حتى يمكن العثور عليها بها.',
  'statements.passages': anyNumber('عدد المقاطع التي ينشئها: {count}'),
  'statements.more': anyNumber('مقاطع أخرى تُدرج أيضًا: {count}.'),
  'statements.whole': 'قُرئ النص كله، ولم يُترك منه شيء.',
  'statements.leftOut': 'ما لم يُنقل، أو لم يُنقل بشكله',
  'statements.left.images': anyNumber('صور لم تُنقل: {count}.'),
  'statements.left.drawings': anyNumber('رسوم أو مخططات لم تُنقل: {count}.'),
  'statements.left.tables': anyNumber('جداول يصبح كل صف منها سطرًا: {count}.'),
  'statements.left.comments': anyNumber('تعليقات لم تُنقل: {count}.'),
  'statements.left.deletions': anyNumber('عمليات حذف متعقَّبة تُركت: {count}.'),
  'statements.left.hidden': anyNumber('نصوص مخفية تُركت ({count}):'),
  'statements.left.headers': anyNumber('رؤوس صفحات أو تذييلات تُركت ({count}):'),
  'statements.left.symbols': anyNumber('علامات من خطوط الرموز تظهر على شكل □: {count}.'),
  'statements.left.links': anyNumber('روابط صارت نصًا لأن عناوينها غير آمنة: {count}.'),
  'statements.left.encoding': anyNumber('لا يذكر الملف كيف خُزّنت حروفه: راجع علامات التشكيل والحروف الخاصة.'),
  'statements.left.definitions': anyNumber('عناوين روابط لا يحيل إليها شيء تُركت: {count}.'),
  'statements.left.other': anyNumber('أجزاء تعذّر وضعها ({count}). انسخها إذا احتجت إليها:'),
  'statements.problem.format':
    'ليس هذا مستند Word ولا Markdown ولا نصًا عاديًا. احفظه بصيغة ‎.docx، أو انسخ نصه وألصقه في الملاحظات.',
  'statements.problem.legacy':
    'هذا مستند Word قديم (‎.doc). افتحه في Word واحفظه بصيغة ‎.docx ثم اختر ذلك الملف.',
  'statements.problem.encrypted': 'هذا المستند محمي بكلمة مرور. احفظ نسخة بلا كلمة مرور ثم اختر ذلك الملف.',
  'statements.problem.damaged':
    'هذا الملف تالف أو ليس كما يقول اسمه. افتحه في Word واحفظه من جديد بصيغة ‎.docx ثم اختر ذلك الملف.',
  'statements.problem.too-much':
    'في هذا الملف أكثر بكثير مما يحويه بيان، ولذلك لم يُفتح. انسخ نصه وألصقه في الملاحظات.',
  'statements.problem.too-long':
    'هذا النص أطول من أن يكون مداخلة واحدة. قسّم الملف واستورد أجزاءه واحدًا بعد الآخر.',
  'statements.problem.too-slow': 'طالت قراءة هذا الملف فأُوقفت. حاول مجددًا، أو انسخ نصه وألصقه في الملاحظات.',
  'statements.problem.empty': 'لا نص في هذا الملف. المستند الممسوح ضوئيًا لا يحوي إلا صورًا.',
  'statements.problem.offline':
    'أنت غير متصل. تتطلب قراءة الملف اتصالًا، ويبقى الملف مختارًا. حاول مجددًا عند عودة الاتصال.',
  'statements.problem.too-large':
    'حجم هذا الملف أكبر من 5 ميغابايت. احذف الصور منه، أو انسخ نصه وألصقه في الملاحظات.',
  'statements.problem.too-many': 'تُقرأ الآن ملفات كثيرة. انتظر لحظة ثم حاول مجددًا.',
  'statements.problem.forbidden': 'لم يعد بإمكانك الكتابة في هذه الملاحظات. اتصل بالرئاسة.',
  'statements.problem.failed': 'تعذّرت قراءة الملف الآن. حاول مجددًا بعد لحظة؛ ويبقى الملف مختارًا.',
}
