import { MessageSquarePlus } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { NotesDesk } from './notes-desk.ts'

interface CommentButtonProps {
  desk: NotesDesk
  onPress(): void
}

/** Beside the words that somebody has selected: comments on them. Never over the words themselves. */
export function CommentButton({ desk, onPress }: CommentButtonProps) {
  const { t } = useText()
  const place = useRef<HTMLDivElement>(null)
  const [top, setTop] = useState<number | null>(null)
  useEffect(() => {
    const look = (): void => {
      const ground = place.current?.parentElement
      const box = selectionBox(desk.editor.view.dom)
      if (ground == null || box === null) setTop(null)
      else setTop(Math.round(box.top - ground.getBoundingClientRect().top))
    }
    document.addEventListener('selectionchange', look)
    return () => document.removeEventListener('selectionchange', look)
  }, [desk])
  return (
    <div
      ref={place}
      className="comment-button-place"
      style={top === null ? undefined : { insetBlockStart: top }}
    >
      {top !== null && (
        <button
          type="button"
          className="comment-button"
          title={t('threads.comment')}
          // The selection stays.
          onPointerDown={(event) => event.preventDefault()}
          onMouseDown={(event) => event.preventDefault()}
          onClick={onPress}
        >
          <MessageSquarePlus aria-hidden />
          <span className="comment-button-words">{t('threads.comment')}</span>
        </button>
      )}
    </div>
  )
}

/** Where the selection ends in the window; null where no words of the text are selected. */
function selectionBox(text: HTMLElement): DOMRect | null {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null
  return [...range.getClientRects()].at(-1) ?? null
}
