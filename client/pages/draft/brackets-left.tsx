import './draft-marks.css'
import { Brackets } from 'lucide-react'
import { useRef, useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import { bringIntoSight } from '../../ui/bring-into-sight.ts'
import { Button } from '../../ui/button.tsx'
import { useDraft } from './draft-context.ts'
import { useClean } from './use-marks.ts'
import { itemInAddress } from './use-select-item.ts'

/** How many brackets are left in the draft, a way to each, and the text without them. Nothing where there are none. */
export function BracketsLeft() {
  const { t } = useText()
  const { desk, acts } = useDraft()
  const { marks, clean } = desk
  const isClean = useClean()
  const last = useRef<{ item: string; bracket: string } | null>(null)
  useSyncExternalStore(marks.subscribe, marks.version)
  const { all, alone } = marks.left()
  if (all === 0 && !isClean) return null

  const goToNext = (): void => {
    const from = last.current
    const next = marks.next(from?.item ?? itemInAddress(), from?.bracket ?? null)
    last.current = next
    if (next === null) return
    acts.focusItem(next.item)
    const found = document.querySelector(`.draft [data-bracket="${CSS.escape(next.bracket)}"]`)
    if (found !== null) bringIntoSight(found)
  }
  const toggleClean = (): void => {
    clean.set(!isClean)
    // All of this goes away with the last brackets, the focused button too.
    if (isClean && all === 0) document.getElementById('text')?.focus({ preventScroll: true })
  }
  return (
    <div className="brackets-left">
      {isClean ? (
        <span className="brackets-left-words">{t('brackets.cleanOn')}</span>
      ) : (
        <Button variant="quiet" size="small" icon={Brackets} onPress={goToNext}>
          {t('brackets.left', { count: all })}
          {alone > 0 && ` · ${t('brackets.alone', { count: alone })}`}
          <span className="visually-hidden">. {t('brackets.next')}</span>
        </Button>
      )}
      <Button variant="quiet" size="small" onPress={toggleClean}>
        {isClean ? t('brackets.withBrackets') : t('brackets.clean')}
      </Button>
    </div>
  )
}
