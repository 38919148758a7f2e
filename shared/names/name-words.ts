import type { NameLanguage } from './name-language.ts'

interface NameWords {
  /** Who is told no closer: "several participants". */
  readonly severalParticipants: string
  /** Who presides, by office. */
  readonly chair: string
  /** One person who is named no closer, in the middle of a sentence. */
  readonly participant: string
  /** What stands between the names of a list. */
  readonly comma: string
}

/** What is said in the place of a name. The pages and the documents say the same. */
export const nameWords: Readonly<Record<NameLanguage, NameWords>> = {
  en: {
    severalParticipants: 'several participants',
    chair: 'Chair',
    participant: 'a participant',
    comma: ', ',
  },
  fr: {
    severalParticipants: 'plusieurs participants',
    chair: 'Présidence',
    participant: 'un participant',
    comma: ', ',
  },
  es: {
    severalParticipants: 'varios participantes',
    chair: 'Presidencia',
    participant: 'un participante',
    comma: ', ',
  },
  ar: {
    severalParticipants: 'عدة مشاركين',
    chair: 'الرئاسة',
    participant: 'أحد المشاركين',
    comma: '، ',
  },
}
