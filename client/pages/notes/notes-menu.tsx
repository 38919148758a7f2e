import { Ellipsis } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { again } from '../../ui/again.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { useOverlay } from '../../ui/use-overlay.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { NotesThreads } from './thread-state.ts'
import { useCopyLine } from './toolbar-copy-line.tsx'

const loadList = async () => ({ default: (await import('./notes-menu-list.tsx')).NotesMenuList })
const NotesMenuList = lazy(again(loadList))
// After the text.
const PrintLayer = lazy(again(async () => ({ default: (await import('./print-layer.tsx')).PrintLayer })))

interface NotesMenuProps {
  desk: NotesDesk
  topic: Topic
  comments: NotesThreads | null
  writes: boolean
  onOutline(): void
}

/** What is done with these notes now and then: find, outline, a link, print. */
export function NotesMenu({ desk, topic, comments, writes, onOutline }: NotesMenuProps) {
  const { t } = useText()
  const menu = useOverlay(loadList)
  const [prints, setPrints] = useState(false)
  const copy = useCopyLine(desk)
  return (
    <>
      <IconButton icon={Ellipsis} label={t('print.menu')} {...menu.button} />
      <Suspense fallback={null}>
        {menu.isOpen && (
          <NotesMenuList
            {...menu.overlay}
            onCopy={writes ? copy.caret : null}
            onOutline={onOutline}
            onPrint={() => setPrints(true)}
          />
        )}
      </Suspense>
      <Suspense fallback={null}>
        <PrintLayer
          desk={desk}
          topic={topic}
          comments={comments}
          isAsked={prints}
          onClose={() => setPrints(false)}
        />
      </Suspense>
      {copy.layer}
    </>
  )
}
