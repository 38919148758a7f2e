import { Link } from 'react-router'
import type { CoveredIntervention } from '../../../shared/coverage/coverage.ts'
import type { Fate } from '../../../shared/coverage/fate.ts'
import { nameWords } from '../../../shared/names/name-words.ts'
import { blockText } from '../../../shared/text/block.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { FateWords } from '../../provenance/fate-words.tsx'
import { lastTyped } from '../../provenance/passage-typed.ts'
import { speakerWords } from '../../provenance/speaker-words.ts'
import type { BlockTimes } from '../../provenance/use-block-times.ts'
import type { KnownFates } from '../../provenance/use-fates.ts'
import { KindGlyph } from '../../ui/kind-glyph.tsx'

interface LostRowProps {
  intervention: CoveredIntervention
  times: ReadonlyMap<string, BlockTimes>
  fates: KnownFates
}

interface LostWords {
  /** The line that the words lead to. */
  readonly line: string
  readonly words: string
  readonly fates: readonly Fate[]
}

/** One intervention that led nowhere: who spoke, of which kind, the words, and what became of them. */
export function LostRow({ intervention, times, fates }: LostRowProps) {
  const { t, language } = useText()
  const { id, mechanisms } = useMeeting()
  const { topic, speaker, kinds } = intervention
  const who = speakerWords(speaker, mechanisms, language)
  return (
    <li className="coverage-row">
      <div className="coverage-who">
        {who === null ? (
          <span className="coverage-nobody">{t('draft.noSpeaker')}</span>
        ) : (
          <>
            <bdi className="coverage-name">{who.name}</bdi>
            {who.mechanism !== null && <bdi className="coverage-mechanism">{who.mechanism}</bdi>}
          </>
        )}
      </div>
      <div className="coverage-said">
        {lostWords(intervention, times, fates).map(({ line, words, fates: became }) => (
          <div key={line}>
            <Link className="coverage-words" dir="auto" to={`/m/${id}/topics/${topic}#${line}`}>
              {words}
            </Link>
            {became.map((fate) => (
              <p key={fate.is} className="coverage-fate">
                <FateWords fate={fate} numbers={fates.numbers} />
              </p>
            ))}
          </div>
        ))}
        {intervention.led === 'other' && kinds.length > 0 && (
          <p className="coverage-kinds">
            {kinds.map((kind, index) => (
              <span key={kind}>
                {index > 0 && nameWords[language].comma}
                <KindGlyph kind={kind} /> {t(`kind.${kind}`)}
              </span>
            ))}
          </p>
        )}
        {intervention.items.length > 0 && <p className="coverage-fate">{t('coverage.otherPartsLed')}</p>}
      </div>
    </li>
  )
}

/** Gives what led nowhere: each of its recommendations, else the whole intervention. */
function lostWords(
  { lost, spoken }: CoveredIntervention,
  times: ReadonlyMap<string, BlockTimes>,
  fates: KnownFates,
): LostWords[] {
  if (lost.length > 0)
    return lost.map((passage) => ({
      line: passage.id,
      words: passage.words.replaceAll('\uFFFC', ''),
      fates: fates.find(
        passage,
        lastTyped(passage.blocks, (line) => times.get(line)?.last ?? null),
      ),
    }))
  const words = spoken.map(blockText).join('\n').replaceAll('\uFFFC', '')
  return [{ line: spoken[0]?.id ?? '', words, fates: [] }]
}
