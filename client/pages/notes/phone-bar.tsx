import './phone-bar.css'
import { AtSign, MessageSquarePlus, Stamp, Tag, Undo2 } from 'lucide-react'
import { lazy, type ReactNode, Suspense, useState } from 'react'
import type { SheetAsk } from '../../editor/notes/capture-options.ts'
import { useText } from '../../i18n/text.tsx'
import { again } from '../../ui/again.ts'
import type { NotesDesk } from './notes-desk.ts'
import { useFromDesk } from './use-desk.ts'

// Once it is asked for.
const MarkSheet = lazy(again(async () => ({ default: (await import('./mark-sheet.tsx')).MarkSheet })))

interface PhoneBarProps {
  desk: NotesDesk
  onAsk(ask: SheetAsk): void
  /** Undefined while the threads are not read yet. */
  onComment: (() => void) | undefined
}

/** What a thumb needs while somebody speaks: who, of what kind, and back. */
export function PhoneBar({ desk, onAsk, onComment }: PhoneBarProps) {
  const { t } = useText()
  const [isMarking, setMarking] = useState(false)
  const canUndo = useFromDesk(desk, ({ undo }) => undo.canUndo)
  const askSpeaker = (): void => {
    const { parent } = desk.editor.state.selection.$from
    const isFresh = parent.content.size === 0
    onAsk(isFresh ? { what: 'open', line: String(parent.attrs.id) } : { what: 'next' })
  }
  const askKind = (): void => {
    onAsk({ what: 'kind', line: String(desk.editor.state.selection.$from.parent.attrs.id) })
  }
  return (
    <div className="phone-bar">
      <BarButton onPress={askSpeaker}>
        <AtSign />
        {t('notes.bar.speaker')}
      </BarButton>
      <BarButton onPress={askKind}>
        <Tag />
        {t('notes.bar.kind')}
      </BarButton>
      <BarButton label={t('marks.sheet')} onPress={() => setMarking(true)}>
        <Stamp />
      </BarButton>
      <BarButton
        label={t('threads.comment')}
        isRefused={onComment === undefined}
        onPress={() => onComment?.()}
      >
        <MessageSquarePlus />
      </BarButton>
      <BarButton label={t('ui.undo')} isRefused={!canUndo} onPress={() => void desk.undo.undo()}>
        <Undo2 className="phone-bar-undo" />
      </BarButton>
      {isMarking && (
        <Suspense fallback={null}>
          <MarkSheet desk={desk} onClose={() => setMarking(false)} />
        </Suspense>
      )}
    </div>
  )
}

interface BarButtonProps {
  children: ReactNode
  label?: string
  isRefused?: boolean
  onPress(): void
}

/** A button that leaves the caret and the keyboard where they are. */
function BarButton({ children, label, isRefused = false, onPress }: BarButtonProps) {
  return (
    <button
      type="button"
      className="phone-bar-button"
      aria-label={label}
      aria-disabled={isRefused || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => {
        if (!isRefused) onPress()
      }}
    >
      {children}
    </button>
  )
}
