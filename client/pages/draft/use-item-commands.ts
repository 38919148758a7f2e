import { useEffect, useMemo, useRef } from 'react'
import type { DraftItem, ItemType } from '../../../shared/draft/draft-item.ts'
import type { DraftWish, MoveTarget } from '../../outbox/draft-wish.ts'
import type { Entry } from '../../outbox/entry.ts'
import { useAllEntries, useOutbox } from '../../outbox/use-outbox.ts'
import { draftEntries } from '../../outbox/wish.ts'
import { useToast } from '../../ui/toast.tsx'
import { ToldWishes } from './told-wishes.ts'
import { useRefusals } from './use-refusals.ts'

/** What the page asks the server to do with items (DR1). Shown at once, sent in order; taken back when it is refused. */
export interface ItemCommands {
  move(item: string, target: MoveTarget): void
  changeType(item: string, type: ItemType): void
  /** `of` null: it stands for itself again (AD2). */
  makeAlternative(item: string, of: string | null): void
  /** `words` tell what was removed, beside Undo; `onBack` is called when that is pressed. */
  remove(item: string, words: string, onBack: () => void): void
  restore(item: string): void
}

/** Gives the commands, and my wishes for the draft that are on their way or that its room has not told yet. */
export function useItemCommands(items: readonly DraftItem[]): {
  entries: readonly Entry<DraftWish>[]
  commands: ItemCommands
} {
  const toast = useToast()
  const outbox = useOutbox()
  const all = useAllEntries()
  const entries = useMemo(() => draftEntries(all), [all])
  const told = useRef(new ToldWishes())
  useRefusals(entries)

  useEffect(() => {
    const done = told.current.told(entries, items)
    if (done.size > 0) outbox.told(({ id }) => done.has(id))
  }, [outbox, entries, items])

  const commands = useMemo<ItemCommands>(
    () => ({
      move: (item, target) => outbox.add({ does: 'move', item, target }),
      changeType: (item, type) => outbox.add({ does: 'type', item, type }),
      makeAlternative: (item, of) => outbox.add({ does: 'alternative', item, of }),
      restore: (item) => outbox.add({ does: 'restore', item }),
      remove: (item, words, onBack) => {
        const entry = outbox.add({ does: 'remove', item })
        const undo = (): void => {
          if (!outbox.takeOut(entry)) outbox.add({ does: 'restore', item })
          onBack()
        }
        toast.show(words, { undo })
      },
    }),
    [outbox, toast],
  )
  return { entries, commands }
}
