import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { guessLanguage } from '../../../shared/text/guess-language.ts'
import { ChangedWords } from '../../checks/changed-words.tsx'
import { lineWords } from '../../checks/line-words.ts'
import { useText } from '../../i18n/text.tsx'
import type { PassageNow } from '../../provenance/use-passage-now.ts'

interface SourceWordsProps {
  source: SourceFact
  now: PassageNow
  /** As they were taken; null: not known to this reader. */
  taken: string | null
}

/** The words of a source: as the notes have them, and what has changed in them since they were taken. */
export function SourceWords({ source, now, taken }: SourceWordsProps) {
  const { t } = useText()
  const { words, said, glosses, passage } = now
  if (words === '' && taken === null) return <p className="draft-source-note">{t('draft.sourceGone')}</p>
  const hasChanged = passage === null || passage.hash !== source.hash
  const lang = said.find(({ attributes }) => typeof attributes.lang === 'string')?.attributes.lang
  return (
    <>
      {taken !== null && taken !== words ? (
        <div className="draft-source-changed">
          <p className="draft-source-note">{t(words === '' ? 'draft.sourceGone' : 'draft.sourceThenNow')}</p>
          <ChangedWords before={taken} after={words} />
        </div>
      ) : (
        <blockquote className="draft-source-words" dir="auto" {...(typeof lang === 'string' && { lang })}>
          {said.map(lineWords).join('\n')}
        </blockquote>
      )}
      {glosses.map((gloss) => (
        <p key={gloss.id} className="draft-source-note">
          {t('marks.gloss')} · <GlossWords gloss={gloss} />
        </p>
      ))}
      {passage === null && words !== '' && <p className="draft-source-note">{t('draft.sourceOtherKind')}</p>}
      {hasChanged && passage !== null && (taken === null || taken === words) && (
        <p className="draft-source-note">{t('draft.sourceChanged')}</p>
      )}
    </>
  )
}

function GlossWords({ gloss }: { gloss: Block }) {
  const { lang } = gloss.attributes
  const words = blockText(gloss)
  return <bdi lang={typeof lang === 'string' ? lang : (guessLanguage(words) ?? undefined)}>{words}</bdi>
}
