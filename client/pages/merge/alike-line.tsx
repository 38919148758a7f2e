import { Check } from 'lucide-react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import type { AlikeRowProps } from './alike-row.tsx'

/** A decided pair: one line, and the way back to both texts. */
export function AlikeLine({ pair, alike, nameOf }: AlikeRowProps) {
  const { t } = useText()
  const { a, b, terms } = pair
  const { does } = alike.decisionOf(pair)
  const [one, other] = [nameOf(a), nameOf(b)]
  const said = {
    first: t('merge.alike.saidTake', { who: nameOf(a, b) }),
    second: t('merge.alike.saidTake', { who: nameOf(b, a) }),
    write: t('merge.alike.saidWrite'),
    'keep-both': t('merge.alike.keep'),
    'not-alike': t('merge.alike.not'),
    later: t('merge.alike.later'),
  }[does]
  return (
    <li className="merge-pair-line">
      <Check aria-hidden />
      <p>
        <strong>{t('merge.alike.both', { one, other })}</strong>{' '}
        <bdi className="merge-pair-terms">{terms.join(t('merge.alike.comma'))}</bdi>
      </p>
      <span className="merge-pair-said">{alike.waiting.has(pair.key) ? t('merge.alike.waits') : said}</span>
      <Button autoFocus variant="quiet" size="small" onPress={() => alike.decide(pair, { isFolded: false })}>
        {t('merge.alike.change')}
      </Button>
    </li>
  )
}
