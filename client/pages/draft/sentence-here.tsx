import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useTextPlace } from './sentence-places.ts'
import { SentenceView } from './sentence-view.tsx'

/** In the panel: where the sentence comes from in which the caret stood last. */
export function SentenceHere({ item, sources }: { item: DraftItem; sources: readonly SourceFact[] }) {
  const { t } = useText()
  const place = useTextPlace(item.id)
  if (place === null) return null
  return (
    <section className="draft-sentence" aria-labelledby="draft-sentence">
      <h3 id="draft-sentence" className="draft-panel-heading">
        {t('draft.sentence')}
      </h3>
      <SentenceView item={item} place={place} sources={sources} />
    </section>
  )
}
