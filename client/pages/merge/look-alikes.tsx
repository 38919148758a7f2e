import './look-alikes.css'
import { useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { AlikeLine } from './alike-line.tsx'
import { AlikeRow } from './alike-row.tsx'
import { useAlikeName } from './use-alike-name.ts'
import type { Merging } from './use-merging.ts'

/** Pairs shown at first. */
const SHOWN = 20

/** Recommendations that may ask for the same, across topics and languages: a suggestion, for a person to decide (MG4). */
export function LookAlikes({ merging }: { merging: Merging }) {
  const { t } = useText()
  const { alike } = merging
  const [shown, setShown] = useState(SHOWN)
  const nameOf = useAlikeName()
  const { pairs, isLooking, hasFailed, news } = alike
  const title = useRef<HTMLHeadingElement>(null)
  const open = pairs.filter((pair) => {
    const { does, words } = alike.decisionOf(pair)
    return !alike.waiting.has(pair.key) && (does === 'later' || (does === 'write' && words === null))
  })
  const counted =
    pairs.length === 0
      ? t('merge.alike.none')
      : t('merge.alike.pairs', { count: pairs.length, open: open.length })
  const more = pairs.length - shown
  return (
    <section className="merge-section" aria-labelledby="merge-alike" aria-busy={isLooking}>
      {/* As high whatever it says: what stands below it is being read. */}
      <header className="merge-section-head merge-alike-head">
        <h2 id="merge-alike" className="merge-section-title" ref={title} tabIndex={-1}>
          {t('merge.alike.title')}
        </h2>
        <span className="merge-section-count" role="status">
          {isLooking && t('merge.alike.looking')}
          {hasFailed && t('merge.alike.failed')}
          {!isLooking && !hasFailed && news > 0 && t('merge.alike.news', { count: news })}
          {!isLooking && !hasFailed && news === 0 && counted}
        </span>
        {news > 0 && (
          <Button
            size="small"
            onPress={() => {
              alike.show()
              title.current?.focus()
            }}
          >
            {t('merge.alike.show')}
          </Button>
        )}
      </header>
      <ul className="merge-pairs">
        {pairs.slice(0, shown).map((pair) => {
          const Row = alike.decisionOf(pair).isFolded ? AlikeLine : AlikeRow
          return <Row key={pair.key} pair={pair} alike={alike} nameOf={nameOf} />
        })}
      </ul>
      {more > 0 && (
        <Button variant="quiet" size="small" onPress={() => setShown(shown + SHOWN)}>
          {t('merge.alike.more', { count: more })}
        </Button>
      )}
      <Remembered merging={merging} />
    </section>
  )
}

/** What somebody decided before, out of the way: it can be suggested again. */
function Remembered({ merging }: { merging: Merging }) {
  const { t } = useText()
  const [isOpen, setOpen] = useState(false)
  const nameOf = useAlikeName()
  const { remembered } = merging.alike
  if (remembered.length === 0) return null
  return (
    <div className="merge-remembered">
      <Button variant="quiet" size="small" onPress={() => setOpen(!isOpen)}>
        {isOpen ? t('merge.alike.hideDecided') : t('merge.alike.decided', { count: remembered.length })}
      </Button>
      {isOpen && (
        <ul className="merge-pairs">
          {remembered.map((pair) => (
            <li key={pair.key} className="merge-pair-line">
              <p>
                {t('merge.alike.both', { one: nameOf(pair.a), other: nameOf(pair.b) })}{' '}
                <bdi className="merge-pair-terms">{pair.terms.join(t('merge.alike.comma'))}</bdi>
              </p>
              <Button variant="quiet" size="small" onPress={() => void merging.suggestAgain(pair)}>
                {t('merge.alike.suggestAgain')}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
