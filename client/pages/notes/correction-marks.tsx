import './correction-marks.css'
import { PenLine } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useTopicChecks } from '../../checks/topic-checks.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useSettledVersion } from './use-desk.ts'

interface Place {
  readonly line: string
  readonly top: number
  readonly start: number
}

/** Between the mark and the words. */
const MARK_PX = 22
/** Where there is no gutter: in the page's margin at the line's other end. */
const PAST_END_PX = 1

/** Quiet marks beside the lines for which a correction waits; pressed, they open it in the panel. */
export function CorrectionMarks({ desk, topic }: { desk: NotesDesk; topic: Topic }) {
  const { t } = useText()
  const { id } = useMeeting()
  const navigate = useNavigate()
  const ground = useRef<HTMLDivElement>(null)
  const { corrections } = useTopicChecks(desk.client.doc)
  const lines = useMemo(
    () => [...new Set(corrections.filter(({ state }) => state === 'open').map(({ line }) => line))],
    [corrections],
  )
  const places = usePlaces(desk, ground, lines)
  return (
    <div ref={ground} className="correction-marks">
      {places.map(({ line, top, start }) => (
        <button
          key={line}
          type="button"
          className="correction-mark"
          aria-label={t('checks.mark')}
          title={t('checks.mark')}
          style={{ insetBlockStart: top, insetInlineStart: start }}
          onClick={() => navigate(`/m/${id}/topics/${topic.id}?panel=authorship#${line}`)}
        >
          <PenLine />
        </button>
      ))}
    </div>
  )
}

/** Finds where lines stand on the page, again once the text has rested or the page has another size. */
function usePlaces(
  desk: NotesDesk,
  ground: React.RefObject<HTMLDivElement | null>,
  lines: readonly string[],
): readonly Place[] {
  const version = useSettledVersion(desk)
  const [places, setPlaces] = useState<readonly Place[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  useLayoutEffect(() => {
    const { dom } = desk.editor.view
    const measure = (): void => {
      const box = ground.current?.parentElement?.getBoundingClientRect()
      if (box === undefined) return
      const isRtl = getComputedStyle(document.documentElement).direction === 'rtl'
      const found = lines.flatMap((line): Place[] => {
        const words = dom
          .querySelector(`[data-line="${CSS.escape(line)}"] .note-text`)
          ?.getBoundingClientRect()
        if (words === undefined) return []
        const edge = isRtl ? box.right - words.right : words.left - box.left
        const start = edge < MARK_PX ? box.width - PAST_END_PX : edge - MARK_PX
        return [{ line, top: words.top - box.top, start }]
      })
      setPlaces((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(dom)
    return () => watch.disconnect()
  }, [desk, lines, version])
  return places
}
