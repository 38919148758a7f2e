import { useEffect } from 'react'
import { isItemRemoved } from '../../../shared/draft/draft-item.ts'
import { leftFor } from '../../../shared/meeting/left-for.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { DraftDesk } from './draft-desk.ts'
import type { ItemCommands } from './use-item-commands.ts'

/**
 * Says so when somebody else takes the item away in which one writes, with a way back where it was removed. The focus goes
 * to the page, not to another item: there, what one goes on typing would be commands.
 */
export function useLostCaret(desk: DraftDesk, commands: ItemCommands): void {
  const { t } = useText()
  const toast = useToast()
  const merges = useFacts('merges')
  useEffect(() => {
    desk.editors.onLost = (item) => {
      // Another view, or a text that is read only now: the item is there.
      if (!isItemRemoved(desk.doc, item)) return
      document.getElementById('text')?.focus({ preventScroll: true })
      const isCombined = leftFor(merges).has(item)
      const words = t(isCombined ? 'draft.lost.combined' : 'draft.lost.removed')
      toast.show(words, isCombined ? {} : { undo: () => commands.restore(item) })
    }
    return () => {
      desk.editors.onLost = null
    }
  }, [desk, commands, t, toast, merges])
}
