import type { AttributionLevel } from '../meeting/facts.ts'
import type { NameLanguage } from '../names/name-language.ts'
import type { OmissionKind } from './report.ts'

interface ReportWords {
  readonly recommendations: string
  /** Over the items that belong to no topic. */
  readonly general: string
  readonly convener: string
  readonly sample: string
  readonly omissions: string
  /** Between a word and what it is about. */
  readonly colon: string
  /** Between proposers: `(Belgium); (Finland)`. */
  readonly semicolon: string
  readonly inTopics: (topics: string) => string
  /** How closely people are named; a document that names everybody leaves nothing out. */
  readonly levels: Readonly<Record<Exclude<AttributionLevel, 'named'>, string>>
  /** What is counted; `capped` names the topics instead. */
  readonly counted: Readonly<Record<Exclude<OmissionKind, 'names'>, string>>
}

/** The documents' own words. */
export const reportWords: Readonly<Record<NameLanguage, ReportWords>> = {
  en: {
    recommendations: 'Recommendations',
    general: 'General recommendations',
    convener: 'Convener',
    sample: 'Sample meeting, invented text',
    omissions: 'About this document',
    colon: ': ',
    semicolon: '; ',
    inTopics: (topics) => `(topic ${topics})`,
    levels: {
      country: 'Who spoke is named by country at most.',
      region: 'Who spoke is named by region at most.',
      participants: 'Who spoke is called “several participants”.',
      none: 'Nobody who spoke is named.',
    },
    counted: {
      capped: 'Topics in which less is said of who spoke',
      lowered: 'Proposers of whom less is said, as they asked or because they are too few',
      withheld: 'Flagged passages left out',
      'brackets-kept': 'Passages in square brackets',
      'brackets-stripped': 'Passages whose square brackets are left out; their words stay',
      'brackets-unpaired': 'Square brackets without their other half',
      removed: 'Removed items left out',
      withdrawn: 'Withdrawn recommendations left out',
      empty: 'Items without words left out',
      sections: 'Items of other topics left out',
      footnotes: 'Footnotes without their mark, or marks without their footnote, left out',
      links: 'Links whose address is left out; their words stay',
      references: 'References to items that are not in this document',
      unknown: 'Parts that this version of Minuta does not know, left out',
    },
  },
  fr: {
    recommendations: 'Recommandations',
    general: 'Recommandations générales',
    convener: 'Autorité invitante',
    sample: 'Réunion d’exemple, texte inventé',
    omissions: 'À propos de ce document',
    colon: '\u00A0: ',
    semicolon: '\u00A0; ',
    inTopics: (topics) => `(point ${topics})`,
    levels: {
      country: 'Les intervenants sont désignés au plus par leur pays.',
      region: 'Les intervenants sont désignés au plus par leur région.',
      participants: 'Les intervenants sont désignés par «\u00A0plusieurs participants\u00A0».',
      none: 'Aucun intervenant n’est nommé.',
    },
    counted: {
      capped: 'Points où les intervenants sont désignés de moins près',
      lowered: 'Auteurs désignés de moins près, à leur demande ou parce qu’ils sont trop peu nombreux',
      withheld: 'Passages signalés comme sensibles, omis',
      'brackets-kept': 'Passages entre crochets',
      'brackets-stripped': 'Passages dont les crochets sont omis\u00A0; les mots restent',
      'brackets-unpaired': 'Crochets sans leur pendant',
      removed: 'Éléments supprimés, omis',
      withdrawn: 'Recommandations retirées, omises',
      empty: 'Éléments sans texte, omis',
      sections: 'Éléments d’autres points, omis',
      footnotes: 'Notes sans appel ou appels sans note, omis',
      links: 'Liens dont l’adresse est omise\u00A0; les mots restent',
      references: 'Renvois à des éléments qui ne figurent pas dans ce document',
      unknown: 'Parties inconnues de cette version de Minuta, omises',
    },
  },
  es: {
    recommendations: 'Recomendaciones',
    general: 'Recomendaciones generales',
    convener: 'Autoridad convocante',
    sample: 'Reunión de ejemplo, texto inventado',
    omissions: 'Acerca de este documento',
    colon: ': ',
    semicolon: '; ',
    inTopics: (topics) => `(tema ${topics})`,
    levels: {
      country: 'Quienes intervinieron se designan a lo sumo por su país.',
      region: 'Quienes intervinieron se designan a lo sumo por su región.',
      participants: 'Quienes intervinieron se designan como «varios participantes».',
      none: 'No se nombra a nadie que haya intervenido.',
    },
    counted: {
      capped: 'Temas en que se dice menos de quiénes intervinieron',
      lowered: 'Autores de los que se dice menos, a petición suya o por ser demasiado pocos',
      withheld: 'Pasajes señalados como sensibles, omitidos',
      'brackets-kept': 'Pasajes entre corchetes',
      'brackets-stripped': 'Pasajes cuyos corchetes se omiten; las palabras permanecen',
      'brackets-unpaired': 'Corchetes sin su pareja',
      removed: 'Elementos suprimidos, omitidos',
      withdrawn: 'Recomendaciones retiradas, omitidas',
      empty: 'Elementos sin texto, omitidos',
      sections: 'Elementos de otros temas, omitidos',
      footnotes: 'Notas sin llamada o llamadas sin nota, omitidas',
      links: 'Enlaces cuya dirección se omite; las palabras permanecen',
      references: 'Remisiones a elementos que no figuran en este documento',
      unknown: 'Partes que esta versión de Minuta no conoce, omitidas',
    },
  },
  ar: {
    recommendations: 'التوصيات',
    general: 'توصيات عامة',
    convener: 'الجهة الداعية إلى الاجتماع',
    sample: 'اجتماع تجريبي، نصوص خيالية',
    omissions: 'عن هذه الوثيقة',
    colon: ': ',
    semicolon: '؛ ',
    inTopics: (topics) => `(الموضوع ${topics})`,
    levels: {
      country: 'لا يُعرَّف المتحدثون إلا ببلدانهم على الأكثر.',
      region: 'لا يُعرَّف المتحدثون إلا بمناطقهم على الأكثر.',
      participants: 'يُشار إلى المتحدثين بعبارة ”عدة مشاركين“.',
      none: 'لا يُذكر اسم أي من المتحدثين.',
    },
    counted: {
      capped: 'المواضيع التي يُذكر فيها أقل عن المتحدثين',
      lowered: 'أصحاب التوصيات الذين يُذكر عنهم أقل، بناء على طلبهم أو لقلة عددهم',
      withheld: 'فقرات حساسة محذوفة',
      'brackets-kept': 'مقاطع بين أقواس معقوفة',
      'brackets-stripped': 'مقاطع حُذفت أقواسها المعقوفة وبقيت كلماتها',
      'brackets-unpaired': 'أقواس معقوفة بلا نصفها الآخر',
      removed: 'بنود أزيلت، غير مدرجة',
      withdrawn: 'توصيات سُحبت، غير مدرجة',
      empty: 'بنود بلا نص، غير مدرجة',
      sections: 'بنود من مواضيع أخرى، غير مدرجة',
      footnotes: 'حواش بلا علامة أو علامات بلا حاشية، غير مدرجة',
      links: 'روابط حُذف عنوانها وبقيت كلماتها',
      references: 'إحالات إلى بنود غير واردة في هذه الوثيقة',
      unknown: 'أجزاء لا يعرفها هذا الإصدار من Minuta، غير مدرجة',
    },
  },
}
