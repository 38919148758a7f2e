import './same-hints.css'
import { Users, X } from 'lucide-react'
import { useLayoutEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { bringIntoSight } from '../../ui/bring-into-sight.ts'
import type { NotesDesk } from './notes-desk.ts'
import type { SameHint } from './same-state.ts'
import { useSettledVersion } from './use-desk.ts'

interface SameHintsProps {
  desk: NotesDesk
  hints: readonly SameHint[]
  words(hint: SameHint): string
  onDismiss(id: string): void
}

interface Place {
  readonly top: number
  readonly start: number
  readonly width: number
}

/** How far above its intervention's first row a hint begins: in the air between two interventions. */
const ABOVE_PX = 22
/** How long the other intervention stays marked. */
const MARKED_MS = 4000

/**
 * Says above an intervention that somebody else seems to note it too. Lies in the air between two interventions, at the
 * foot on phones: nothing moves when it comes and goes, and neither caret nor focus do when it is pressed.
 */
export function SameHints({ desk, hints, words, onDismiss }: SameHintsProps) {
  const { t } = useText()
  const isPhone = useShellWidth() === 'phone'
  const ground = useRef<HTMLDivElement>(null)
  const places = usePlaces(desk, ground, hints)
  const shown = isPhone ? hints.slice(0, 1) : hints.filter(({ id }) => places.has(id))
  return (
    <div ref={ground} className={isPhone ? 'same-foot' : 'same-ground'}>
      {shown.map((hint) => {
        const place = places.get(hint.id)
        const at = {
          insetBlockStart: place?.top,
          insetInlineStart: place?.start,
          inlineSize: place?.width,
        }
        return (
          <section
            key={hint.id}
            className="same-hint"
            aria-label={t('speech.same')}
            style={isPhone ? undefined : at}
          >
            <Users />
            <span className="same-words" title={words(hint)}>
              {words(hint)}
            </span>
            <HintButton onPress={() => showIntervention(desk, hint.theirs)}>{t('speech.show')}</HintButton>
            <HintButton label={t('speech.dismiss')} onPress={() => onDismiss(hint.id)}>
              <X />
            </HintButton>
          </section>
        )
      })}
    </div>
  )
}

interface HintButtonProps {
  children: React.ReactNode
  label?: string
  onPress(): void
}

/** A button that leaves the caret where it is. */
function HintButton({ children, label, onPress }: HintButtonProps) {
  return (
    <button
      type="button"
      className="same-button"
      aria-label={label}
      title={label}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPress}
    >
      {children}
    </button>
  )
}

/** Brings an intervention into sight because somebody asked for it, and marks it for a moment. */
function showIntervention(desk: NotesDesk, line: string): void {
  const found = lineOf(desk, line)
  if (found === null) return
  bringIntoSight(found)
  found.dataset['linked'] = ''
  setTimeout(() => {
    delete found.dataset['linked']
  }, MARKED_MS)
}

function lineOf(desk: NotesDesk, line: string): HTMLElement | null {
  return desk.editor.view.dom.querySelector<HTMLElement>(`[data-line="${CSS.escape(line)}"]`)
}

/** Finds where interventions begin on the page, again once the text has rested or the page has another size. */
function usePlaces(
  desk: NotesDesk,
  ground: React.RefObject<HTMLDivElement | null>,
  hints: readonly SameHint[],
): ReadonlyMap<string, Place> {
  const version = useSettledVersion(desk)
  const [places, setPlaces] = useState<ReadonlyMap<string, Place>>(new Map())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  useLayoutEffect(() => {
    const { dom } = desk.editor.view
    const measure = (): void => {
      const box = ground.current?.parentElement?.getBoundingClientRect()
      if (box === undefined) return
      const isRtl = getComputedStyle(document.documentElement).direction === 'rtl'
      const found = hints.flatMap(({ id, mine }): [string, Place][] => {
        const line = lineOf(desk, mine)
        const words = line?.querySelector('.note-text')?.getBoundingClientRect()
        if (line == null || words === undefined) return []
        // The kind of a line of the other direction stands above its words.
        const kind = line.querySelector('.note-kind')?.getBoundingClientRect()
        const first = kind !== undefined && kind.height > 0 ? Math.min(kind.top, words.top) : words.top
        const start = isRtl ? box.right - words.right : words.left - box.left
        return [[id, { top: first - box.top - ABOVE_PX, start, width: words.width }]]
      })
      setPlaces((before) => (JSON.stringify([...before]) === JSON.stringify(found) ? before : new Map(found)))
    }
    measure()
    const watch = new ResizeObserver(measure)
    watch.observe(dom)
    return () => watch.disconnect()
  }, [desk, hints, version])
  return places
}
