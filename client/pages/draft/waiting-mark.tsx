import './waiting-mark.css'
import { Clock } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { DraftWish } from '../../outbox/draft-wish.ts'
import type { MyOutbox } from '../../outbox/my-outbox.ts'
import { useOutbox } from '../../outbox/use-outbox.ts'

/** What is not shown before it is done. */
type Unshown = Extract<DraftWish['does'], 'split' | 'combine' | 'apart' | 'undo'>

/** Says in the quiet line that something which is not shown yet waits for the connection, with the way to give it up. */
export function WaitingMark({ item }: { item: string }) {
  const { t } = useText()
  const outbox = useOutbox()
  const waiting = useSyncExternalStore(outbox.subscribe, () => waitingFor(outbox, item))
  if (waiting === null) return null
  const { wish, id } = waiting
  return (
    <span className="draft-waits">
      <Clock aria-hidden /> {t(`outbox.waiting.${wish.does as Unshown}`)}
      <button
        type="button"
        className="draft-waits-give-up"
        onClick={(event) => {
          event.stopPropagation()
          outbox.letGo(id)
        }}
      >
        {t('outbox.giveUp')}
      </button>
    </span>
  )
}

function waitingFor(outbox: MyOutbox, item: string) {
  const isOf = (wish: DraftWish): boolean => {
    if (wish.does === 'combine')
      return wish.combining.parents.some((parent) => 'item' in parent && parent.item === item)
    return (wish.does === 'split' || wish.does === 'apart' || wish.does === 'undo') && wish.item === item
  }
  return (
    outbox
      .entries()
      .find(({ wish, isSent, refused }) => !isSent && refused === null && 'item' in wish && isOf(wish)) ??
    null
  )
}
