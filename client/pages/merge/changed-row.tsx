import { useState } from 'react'
import type { ChangedProposal } from '../../../shared/merge/merge-plan.ts'
import { isConflict, resolveConflicts } from '../../../shared/merge/three-way.ts'
import { ChangedWords } from '../../checks/changed-words.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { ConflictParts } from './conflict-parts.tsx'
import { Decide } from './decide.tsx'
import { ItemFacts } from './item-facts.tsx'
import type { ItemRowProps } from './item-row.ts'
import { keyOf, proposedWords } from './merge-state.ts'
import { WordsField } from './words-field.tsx'

type Side = 'ours' | 'theirs'

/** An item whose passage reads otherwise now: what would change in it, or the places at which somebody must choose. */
export function ChangedRow({ proposal, name, merging }: ItemRowProps<ChangedProposal>) {
  const { t } = useText()
  const { does, words } = merging.decisionOf(proposal)
  const [isWriting, setWriting] = useState(false)
  const [sides, setSides] = useState<readonly (Side | undefined)[]>([])
  const { item, passage, change, parts } = proposal
  const conflicts = parts.filter(isConflict).length
  const result = words ?? proposedWords(proposal)
  const again = merging.again.find(({ key }) => key === keyOf(proposal))?.why

  const choose = (place: number, side: Side): void => {
    const next = Array.from({ length: conflicts }, (_, index) => (index === place ? side : sides[index]))
    setSides(next)
    const all = next.filter((each) => each !== undefined)
    if (all.length === conflicts)
      merging.decide([proposal], { does: 'take', words: resolveConflicts(parts, all) })
  }
  const write = (written: string): void => {
    setWriting(false)
    merging.decide([proposal], { does: 'take', words: written })
  }
  return (
    <li className="merge-change" data-again={again} data-does={does}>
      <div className="merge-change-text">
        {result === null ? (
          <ConflictParts parts={parts} sides={sides} onChoose={choose} lang={passage.lang} />
        ) : (
          <ChangedWords before={item.words} after={result} />
        )}
        <ItemFacts
          item={item.id}
          name={name}
          topic={passage.topic}
          passage={passage.id}
          speaker={passage.speaker}
        >
          {item.isAdopted ? t('merge.isAdopted') : t(`merge.kind.${change}`)}
        </ItemFacts>
        {again !== undefined && <p className="merge-why">{t(`merge.why.${again}`)}</p>}
        {isWriting && (
          <WordsField
            words={result ?? resolveConflicts(parts, [])}
            onDone={write}
            onCancel={() => setWriting(false)}
          />
        )}
      </div>
      <div className="merge-change-acts">
        <Decide
          label={t('merge.decide', { item: name })}
          value={does}
          onChange={(next) => merging.decide([proposal], { does: next })}
          take={item.isAdopted || result === null ? null : t('merge.takeNotes')}
          keep={t('merge.keepDraft')}
        />
        {!item.isAdopted && !isWriting && (
          <Button size="small" variant="quiet" onPress={() => setWriting(true)}>
            {t('merge.write')}
          </Button>
        )}
        {change === 'conflict' && words !== null && (
          <Button
            size="small"
            variant="quiet"
            onPress={() => {
              setSides([])
              merging.decide([proposal], { does: 'later', words: null })
            }}
          >
            {t('merge.chooseAnew')}
          </Button>
        )}
      </div>
    </li>
  )
}
