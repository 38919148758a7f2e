import { ladderOf } from '../../../shared/draft/advice/language-tables.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import type { GivenAdvice } from './advice-store.ts'

/** As much of the words in question as tells which they are. */
const MOST_WORDS = 90

interface AdviceLineProps {
  given: GivenAdvice
  onDismiss(): void
}

/** One piece of advice: what, on which words, why and what to do. */
export function AdviceLine({ given, onDismiss }: AdviceLineProps) {
  const { t } = useText()
  const { title, why } = useAdviceWords(given)
  const words = given.words.replaceAll('\uFFFC', '').replaceAll('\n', ' ')
  return (
    <li className="draft-advice-line">
      <p className="draft-advice-title">{title}</p>
      <blockquote className="draft-advice-words" dir="auto">
        {words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words}
      </blockquote>
      <p className="draft-advice-why">{why}</p>
      <Button variant="quiet" size="small" onPress={onDismiss}>
        <span title={t('advice.dismissHint')}>{t('advice.dismiss')}</span>
        <span className="visually-hidden">: {title}</span>
      </Button>
    </li>
  )
}

function useAdviceWords({ advice }: GivenAdvice): { readonly title: string; readonly why: string } {
  const { t } = useText()
  switch (advice.kind) {
    case 'addressee':
    case 'no-request':
    case 'two-actions':
      return { title: t(`advice.${advice.kind}`), why: t(`advice.${advice.kind}.why`) }
    case 'weak':
    case 'mixed': {
      const ladder = ladderOf(advice.data.lang).join(' › ')
      return { title: t(`advice.${advice.kind}`), why: t(`advice.${advice.kind}.why`, { ladder }) }
    }
    case 'grammar':
      return { title: t('advice.grammar'), why: t(`advice.grammar.why.${advice.data.draft}`) }
    case 'acronym': {
      const { name, spelledOut } = advice.data
      const why = spelledOut === null ? t('advice.acronym.why') : t('advice.acronym.later')
      return { title: t('advice.acronym', { name }), why }
    }
    case 'term': {
      const { name, preferred } = advice.data
      return { title: t('advice.term', { name, preferred }), why: t('advice.term.why', { preferred }) }
    }
    case 'long': {
      const { of, words } = advice.data
      return { title: t(`advice.long.${of}`, { count: words }), why: t(`advice.long.${of}.why`) }
    }
  }
}
