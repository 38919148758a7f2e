import './advice.css'
import { PencilRuler } from 'lucide-react'
import { lazy, Suspense, useMemo, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import { again } from '../../ui/again.ts'
import { leftOf, useAdviceChoices } from './advice-choices.ts'
import type { AdviceLayer as Layer } from './advice-layer.tsx'
import { adviceStoreOf } from './advice-store.ts'
import { useDraft } from './draft-context.ts'

// After the text.
const AdviceLayer = lazy(again(async () => ({ default: (await import('./advice-layer.tsx')).AdviceLayer })))

/** Switches advice on and off, and says how much there is. For who writes alone: readers are not drafting. */
export function AdviceSwitch() {
  const { t } = useText()
  const { desk, mayWrite } = useDraft()
  const { isOn, switchTo, dismissed } = useAdviceChoices()
  const store = adviceStoreOf(desk)
  const all = useSyncExternalStore(store.subscribe, store.all)
  const count = useMemo(
    () => [...all].reduce((sum, [item, given]) => sum + leftOf(item, given, dismissed).length, 0),
    [all, dismissed],
  )
  if (!mayWrite) return null
  return (
    <button
      type="button"
      className="button button-quiet button-normal draft-advice-switch"
      aria-pressed={isOn}
      title={t('advice.switchHint')}
      onClick={() => switchTo(!isOn)}
    >
      <PencilRuler aria-hidden />
      <span className="button-words">{t('advice.switch')}</span>
      {isOn && count > 0 && <span className="draft-advice-count">{count}</span>}
    </button>
  )
}

/** Reads for advice while somebody who drafts wants it. */
export function AdviceReading(props: Parameters<typeof Layer>[0]) {
  const { mayWrite } = useDraft()
  const { isOn } = useAdviceChoices()
  if (!mayWrite || !isOn) return null
  return (
    <Suspense fallback={null}>
      <AdviceLayer {...props} />
    </Suspense>
  )
}
