import { KINDS } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useSelectedWordCount, useWordCount } from './count-state.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { Outline } from './outline-entries.ts'

/** How much there is: words, interventions, passages of each kind; and the words that are selected. */
export function OutlineCounts({ desk, outline }: { desk: NotesDesk; outline: Outline }) {
  const { t, language } = useText()
  const words = useWordCount(desk, outline)
  const selected = useSelectedWordCount(desk)
  // Western digits in every language.
  const number = new Intl.NumberFormat(language === 'ar' ? 'ar-EG-u-nu-latn' : language)
  const rows: [string, number | null][] = [
    [t('outline.words'), words],
    ...(selected > 0 ? [[t('outline.selected'), selected] as [string, number]] : []),
    [t('outline.interventions'), outline.interventions],
    ...KINDS.flatMap((kind): [string, number][] => {
      const count = outline.kinds.get(kind) ?? 0
      return count === 0 ? [] : [[t(`kind.${kind}`), count]]
    }),
  ]
  return (
    <section className="outline-counts" aria-label={t('outline.counts')}>
      <h3>{t('outline.counts')}</h3>
      <dl>
        {rows.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count === null ? '…' : number.format(count)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
