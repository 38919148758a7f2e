import { useCallback, useMemo, useState } from 'react'
import type { DraftItem } from '../../../shared/draft/draft-item.ts'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { isWithheld } from '../../../shared/meeting/full-provenance.ts'
import { blockText } from '../../../shared/text/block.ts'
import { directionOfText } from '../../../shared/text/direction.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { originOf, type SentenceOrigin, sentenceAt } from '../../provenance/sentence-origin.ts'
import { useWatchedAuthorship } from '../../provenance/use-watched-authorship.ts'
import { useRoom } from '../../sync/use-room.ts'
import { useDraft } from './draft-context.ts'
import type { TextPlace } from './sentence-places.ts'
import { SentenceSource } from './sentence-source.tsx'
import { SourceWordings, sourceKey } from './source-wordings.tsx'
import { useRestedTextVersion } from './use-desk.ts'

interface SentenceViewProps {
  item: DraftItem
  place: TextPlace
  sources: readonly SourceFact[]
}

/** Where one sentence of the draft comes from: whose words it has, and who typed the others. */
export function SentenceView({ item, place, sources }: SentenceViewProps) {
  const { t } = useText()
  const { topics, may } = useMeeting()
  const [wordings, setWordings] = useState<ReadonlyMap<string, readonly string[]>>(new Map())
  const handleWordings = useCallback((key: string, words: readonly string[]) => {
    setWordings((before) => new Map(before).set(key, words))
  }, [])
  const open = sources.filter((source) => {
    const topic = topics.find(({ id }) => id === source.topic)
    return topic !== undefined && !isWithheld(source) && may('read-notes', { topic })
  })
  const origin = useOrigin(item, place, sources, wordings)
  return (
    <>
      {open.map((source) => (
        <SourceWordings key={sourceKey(source)} item={item.id} source={source} onWordings={handleWordings} />
      ))}
      {origin === null ? (
        <p className="draft-source-note">{t('draft.sentenceNone')}</p>
      ) : (
        <Origin
          origin={origin}
          sources={sources}
          isReading={open.some((one) => !wordings.has(sourceKey(one)))}
        />
      )}
    </>
  )
}

function useOrigin(
  item: DraftItem,
  { line, offset }: TextPlace,
  sources: readonly SourceFact[],
  wordings: ReadonlyMap<string, readonly string[]>,
): SentenceOrigin | null {
  const { desk, language } = useDraft()
  const { id, me } = useMeeting()
  const authorship = useWatchedAuthorship(useRoom(`m/${id}/draft`, me.id, true))
  const version = useRestedTextVersion(desk, item.id)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for what is in the text.
  return useMemo(() => {
    const block = renderBlocks(item.text)[line]
    if (block === undefined) return null
    const at = sentenceAt(blockText(block), offset, language)
    if (at === null) return null
    const known = sources.map((source) => ({
      key: sourceKey(source),
      wordings: wordings.get(sourceKey(source)) ?? null,
    }))
    return originOf(block, at, known, authorship)
  }, [item, line, offset, language, sources, wordings, authorship, version])
}

interface OriginProps {
  origin: SentenceOrigin
  sources: readonly SourceFact[]
  isReading: boolean
}

function Origin({ origin, sources, isReading }: OriginProps) {
  const { t } = useText()
  const behind = origin.sources.flatMap(({ key, words }) => {
    const source = sources.find((one) => sourceKey(one) === key)
    return source === undefined ? [] : [{ key, words, source }]
  })
  return (
    <div className="draft-sentence-origin">
      <blockquote className="draft-sentence-words" dir={directionOfText(origin.text) ?? 'auto'}>
        {origin.text.replaceAll('\uFFFC', '')}
      </blockquote>
      {isReading && <p className="draft-source-note">{t('draft.sourceLoading')}</p>}
      {behind.length > 0 && (
        <ul className="draft-sentence-list" aria-label={t('draft.where')}>
          {behind.map(({ key, words, source }) => (
            <SentenceSource key={key} source={source} words={words} of={origin.words} />
          ))}
        </ul>
      )}
      {!isReading && <Typed origin={origin} />}
    </div>
  )
}

function Typed({ origin }: { origin: SentenceOrigin }) {
  const { t } = useText()
  const { members } = useMeeting()
  const isAlone = origin.sources.length === 0
  return origin.typed.map(({ member, at, words }) => {
    const name = (member === null ? undefined : members.get(member)?.name) ?? t('checks.somebody')
    const [before = '', after = ''] = t(`draft.typedAt.${at}`, { name: '\u0000' }).split('\u0000')
    return (
      <p key={`${at} ${member}`} className="draft-source-note">
        {isAlone && at === 'draft' && origin.typed.length === 1 ? `${t('draft.fromNobody')} ` : null}
        {before}
        <bdi>{name}</bdi>
        {after}
        {(!isAlone || origin.typed.length > 1) &&
          ` · ${t('draft.wordsOf', { count: words, of: origin.words })}`}
      </p>
    )
  })
}
