import type { Language } from '../../i18n/languages.ts'
import type { Translate } from '../../i18n/translate.ts'
import type { Meeting } from '../../meeting/meeting.ts'
import { textOf } from '../../threads/mention-text.ts'
import { isInternal } from '../../threads/thread.ts'
import { quoteOf, whenWords, writerWords } from '../../threads/thread-words.ts'
import type { LabelOf } from '../../threads/use-mention-choices.ts'
import type { PrintedNote } from './print-sheet.ts'
import type { NotesThreads } from './thread-state.ts'

/**
 * Gives the open threads whose passage stands in the text, in its order. Those of the drafting group stay out: paper is
 * passed on.
 */
export function printedNotes(
  threads: NotesThreads | null,
  { t, language, meeting, labelOf }: { t: Translate; language: Language; meeting: Meeting; labelOf: LabelOf },
): PrintedNote[] {
  if (threads === null) return []
  const notes = threads.threads.flatMap((thread): PrintedNote[] => {
    const place = threads.places.get(thread.id)
    if (place === undefined || thread.resolved !== null || isInternal(thread)) return []
    const comments = thread.comments
      .filter(({ deleted }) => deleted === null)
      .map(({ by, at, parts }) => {
        const { name, detail } = writerWords(t, language, meeting, by)
        return {
          who: detail === '' ? name : `${name} (${detail})`,
          when: whenWords(language, at, meeting.meeting.timeZone),
          words: textOf(parts, labelOf).text,
        }
      })
    return comments.length === 0
      ? []
      : [{ block: place.block, to: place.to, quote: quoteOf(thread) ?? '', comments }]
  })
  return notes.sort((one, other) => one.block - other.block || one.to - other.to)
}
