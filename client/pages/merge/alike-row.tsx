import { useState } from 'react'
import { AlikeWords } from '../../alike/alike-words.tsx'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { RadioGroup, type RadioOption } from '../../ui/radio-group.tsx'
import { AlikeFacts } from './alike-facts.tsx'
import { type AlikeDoes, type AlikePair, isAdopted, isDecided } from './alike-state.ts'
import type { Alike } from './use-alike.ts'
import type { NameOf } from './use-alike-name.ts'
import { WordsField } from './words-field.tsx'

export interface AlikeRowProps {
  pair: AlikePair
  alike: Alike
  nameOf: NameOf
}

/** Two texts side by side, what both say underlined, and what to do about them. */
export function AlikeRow({ pair, alike, nameOf }: AlikeRowProps) {
  const { t } = useText()
  const { a, b, marksA, marksB, terms } = pair
  const isWaiting = alike.waiting.has(pair.key)
  return (
    <li className="merge-pair">
      <div className="merge-pair-texts">
        {(
          [
            [a, marksA],
            [b, marksB],
          ] as const
        ).map(([text, marks]) => (
          <div key={text.key} className="merge-pair-text">
            <AlikeFacts text={text} />
            <AlikeWords words={text.words} lang={text.lang} marks={marks} />
          </div>
        ))}
      </div>
      <div className="merge-pair-choice">
        <p className="merge-pair-legend">
          {t('merge.alike.why')} <bdi className="merge-pair-terms">{terms.join(t('merge.alike.comma'))}</bdi>.{' '}
          {t('merge.alike.legend')}
        </p>
        {isWaiting ? (
          <p className="merge-why">{t('merge.alike.waits')}</p>
        ) : (
          <Choice pair={pair} alike={alike} nameOf={nameOf} />
        )}
      </div>
    </li>
  )
}

function Choice({ pair, alike, nameOf }: AlikeRowProps) {
  const { t } = useText()
  const { does, words } = alike.decisionOf(pair)
  const [isWriting, setWriting] = useState(false)
  const { a, b } = pair
  const writes = does === 'write' && (words === null || isWriting)
  const options = useOptions(pair, nameOf)
  return (
    <>
      <RadioGroup
        label={t('merge.alike.decide', { one: nameOf(a), other: nameOf(b) })}
        isLabelHidden
        isRow
        options={options}
        value={does}
        onChange={(next) => alike.decide(pair, { does: next })}
      />
      {(isDecided(a) || isDecided(b)) && !isAdopted(pair) && (
        <p className="merge-why">{t('merge.alike.chairDecided')}</p>
      )}
      {does === 'write' && !writes && (
        <p className="alike-words" dir="auto">
          {words}
        </p>
      )}
      {writes && (
        <WordsField
          words={words ?? `${a.words}\n${b.words}`}
          onDone={(written) => {
            setWriting(false)
            alike.decide(pair, { words: written })
          }}
          onCancel={() => {
            setWriting(false)
            if (words === null) alike.decide(pair, { does: 'later' })
          }}
        />
      )}
      {does !== 'later' && !writes && (
        <div className="merge-pair-acts">
          {does === 'write' && (
            <Button variant="quiet" size="small" onPress={() => setWriting(true)}>
              {t('merge.alike.writeAgain')}
            </Button>
          )}
          <Button size="small" onPress={() => alike.decide(pair, { isFolded: true })}>
            {t('merge.alike.fold')}
          </Button>
        </div>
      )}
    </>
  )
}

function useOptions(pair: AlikePair, nameOf: AlikeRowProps['nameOf']): RadioOption<AlikeDoes>[] {
  const { t } = useText()
  const { a, b } = pair
  const isFixed = isAdopted(pair)
  const [one, other] = [nameOf(a, b), nameOf(b, a)]
  const combine = (value: AlikeDoes, label: string, hint: string): RadioOption<AlikeDoes> => ({
    value,
    label,
    hint: isFixed ? t('merge.why.adopted') : hint,
    isDisabled: isFixed,
  })
  const areItems = a.item !== null && b.item !== null
  return [
    combine('first', t('merge.alike.take', { who: one }), t('merge.alike.staysSource', { who: other })),
    combine('second', t('merge.alike.take', { who: other }), t('merge.alike.staysSource', { who: one })),
    combine('write', t('merge.alike.write'), t('merge.alike.writeHint')),
    {
      value: 'keep-both',
      label: t('merge.alike.keep'),
      hint: areItems ? t('merge.alike.keepRefer') : t('merge.alike.keepHint'),
    },
    { value: 'not-alike', label: t('merge.alike.not'), hint: t('merge.alike.notHint') },
    { value: 'later', label: t('merge.alike.later'), hint: t('merge.alike.laterHint') },
  ]
}
