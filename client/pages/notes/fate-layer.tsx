import './fate-layer.css'
import { CircleSlash, FileText } from 'lucide-react'
import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import type { Fate } from '../../../shared/coverage/fate.ts'
import { useTopicChecks } from '../../checks/topic-checks.ts'
import { linesInSight } from '../../editor/notes/lines-in-page.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useFates } from '../../provenance/use-fates.ts'
import { signedFates } from './fate-signs.ts'
import type { NotesDesk } from './notes-desk.ts'
import { jumpToLine } from './outline-jump.ts'
import { rowForSign } from './sign-rows.ts'
import { useSettledVersion } from './use-desk.ts'

interface Place {
  readonly line: string
  readonly top: number
  readonly start: number
  /** In which margin of the page it stands; null: in the gap before the words. */
  readonly margin: 'start' | 'end' | null
  /** How far a finger may miss it towards the words. */
  readonly free: number
}

/** Between the sign and the words. */
const SIGN_PX = 22
/** The page's own margin, where there is no gap. */
const MARGIN_PX = 20
/** Who presses behind the last word wants the caret there. */
const MOST_FREE_PX = 12

/**
 * Quiet signs in the gap before the words, on phones in the page's margin behind them: what stands in the draft, what does
 * not stand there any more. The panel says the same in words, so that keys need not stop here.
 */
export function FateLayer({ desk, topic }: { desk: NotesDesk; topic: Topic }) {
  const version = useSettledVersion(desk)
  const fates = useFates()
  const ground = useRef<HTMLDivElement>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  const signs = useMemo(
    () =>
      fates.isWhole
        ? signedFates(topic.id, desk.blocks, fates.find, (line) => desk.times.last(line))
        : new Map<string, Fate>(),
    [desk, topic.id, fates, version],
  )
  const { corrections } = useTopicChecks(desk.client.doc)
  // A correction that waits has its own mark in the same place.
  const marked = new Set(corrections.filter(({ state }) => state === 'open').map(({ line }) => line))
  const places = usePlaces(desk, ground, signs, version)
  return (
    <div ref={ground} className="fate-signs">
      {places.map(({ line, top, start, margin, free }) => {
        const fate = signs.get(line)
        if (fate === undefined || marked.has(line)) return null
        return (
          <FateSign
            key={line}
            desk={desk}
            line={line}
            fate={fate}
            number={'item' in fate ? (fates.numbers.get(fate.item) ?? 0) : 0}
            margin={margin}
            style={signStyle(top, start, free)}
          />
        )
      })}
    </div>
  )
}

interface FateSignProps {
  desk: NotesDesk
  line: string
  fate: Fate
  number: number
  margin: Place['margin']
  style: React.CSSProperties
}

function FateSign({ desk, line, fate, number, margin, style }: FateSignProps) {
  const { t } = useText()
  const { id } = useMeeting()
  const navigate = useNavigate()
  const stands = fate.is === 'in-draft'
  const label = stands
    ? t(fate.others > 0 ? 'coverage.fate.combined' : 'coverage.fate.inDraft', { number })
    : t('coverage.fate.notThere')
  return (
    <button
      type="button"
      className="fate-sign"
      tabIndex={-1}
      aria-label={label}
      title={label}
      data-margin={margin ?? undefined}
      style={style}
      onClick={() => {
        if (stands) return navigate(`/m/${id}/draft/${fate.item}`)
        // The panel tells in words what became of the caret's line.
        jumpToLine(desk, line, true)
        return navigate('?panel=authorship')
      }}
    >
      {stands ? <FileText /> : <CircleSlash />}
    </button>
  )
}

/** Finds where the signs in sight stand, again once the text has rested, was scrolled or has another size. */
function usePlaces(
  desk: NotesDesk,
  ground: RefObject<HTMLDivElement | null>,
  signs: ReadonlyMap<string, Fate>,
  version: number,
): readonly Place[] {
  const [places, setPlaces] = useState<readonly Place[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another version is another text.
  useLayoutEffect(() => {
    if (signs.size === 0) return setPlaces([])
    const { dom } = desk.editor.view
    const measure = (): void => {
      const box = ground.current?.parentElement?.getBoundingClientRect()
      if (box === undefined) return
      const isRtl = getComputedStyle(document.documentElement).direction === 'rtl'
      const seen = { top: 0, bottom: window.innerHeight }
      const found = linesInSight(dom, seen).flatMap((element): Place[] => {
        const line = element.getAttribute('data-line') ?? ''
        const text = signs.has(line) ? element.querySelector('.note-text') : null
        if (text === null) return []
        const words = text.getBoundingClientRect()
        const edge = isRtl ? box.right - words.right : words.left - box.left
        if (edge < SIGN_PX) return [placeBehind(line, text, box, isRtl)]
        return [{ line, top: words.top - box.top, start: edge - SIGN_PX, margin: null, free: 0 }]
      })
      setPlaces((before) => (JSON.stringify(before) === JSON.stringify(found) ? before : found))
    }
    let frame = 0
    const plan = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(measure)
    }
    measure()
    const watch = new ResizeObserver(plan)
    watch.observe(dom)
    window.addEventListener('scroll', plan, { passive: true })
    return () => {
      cancelAnimationFrame(frame)
      watch.disconnect()
      window.removeEventListener('scroll', plan)
    }
  }, [desk, signs, version])
  return places
}

/** Without a gap before the words: in the margin at the line's own end, where rows are of different lengths. */
function placeBehind(line: string, text: Element, box: DOMRect, isRtlPage: boolean): Place {
  const isRtl = getComputedStyle(text).direction === 'rtl'
  const range = document.createRange()
  range.selectNodeContents(text)
  const words = [...range.getClientRects()].filter(({ width }) => width > 0)
  const row = rowForSign(words, box, isRtl)
  const top = (row?.top ?? text.getBoundingClientRect().top) - box.top
  const free = Math.floor(Math.min(MOST_FREE_PX, row?.free ?? MOST_FREE_PX))
  return isRtl === isRtlPage
    ? { line, top, start: box.width, margin: 'end', free }
    : { line, top, start: -MARGIN_PX, margin: 'start', free }
}

function signStyle(top: number, start: number, free: number): React.CSSProperties {
  const place = { insetBlockStart: top, insetInlineStart: start, '--free': `${free}px` }
  return place as React.CSSProperties
}
