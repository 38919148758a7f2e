import './outline.css'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { announce } from '../../ui/announce.ts'
import type { NotesDesk } from './notes-desk.ts'
import { OutlineCounts } from './outline-counts.tsx'
import { entryAt, filterOutline, type OutlineEntry, type OutlineFilter } from './outline-entries.ts'
import { OutlineFilters } from './outline-filters.tsx'
import { jumpToLine } from './outline-jump.ts'
import { OutlineRow } from './outline-row.tsx'
import { useCurrentLine, useOutline } from './outline-state.ts'
import { useSettledVersion } from './use-desk.ts'

interface OutlineTabProps {
  desk: NotesDesk
  /** Closes the panel where it lies over the text. */
  onClose(): void
}

/** What a topic's notes hold: headings and interventions to jump to, what is without speaker, how much there is. */
export function OutlineTab({ desk, onClose }: OutlineTabProps) {
  const { t } = useText()
  const outline = useOutline(desk)
  // Hours of first words come a little after the words. Not at every key: a row for each intervention asks.
  useSettledVersion(desk)
  const [filter, setFilter] = useState<OutlineFilter>({ kind: null, speaker: null })
  const shown = filterOutline(outline.entries, filter)
  const current = entryAt(shown, useCurrentLine(desk))?.line ?? null
  const jump = useJump(desk, onClose)
  const list = useRef<HTMLOListElement>(null)
  useInSight(list, current)
  // One stop for Tab, where the reader is; arrows go on from there.
  const stop = shown.some(({ line }) => line === current) ? current : shown[0]?.line
  return (
    <div className="outline">
      <OutlineFilters outline={outline} filter={filter} onFilter={setFilter} desk={desk} />
      <Silent lines={outline.silent} jump={jump} />
      {shown.length === 0 ? (
        <p className="outline-none">
          {t(outline.entries.length === 0 ? 'outline.empty' : 'outline.noneSuch')}
        </p>
      ) : (
        <ol ref={list} className="outline-list" aria-label={t('outline.title')} onKeyDown={handleArrows}>
          {shown.map((entry) => (
            <OutlineRow
              key={entry.line}
              entry={entry}
              {...headOf(desk, entry)}
              isCurrent={entry.line === current}
              isStop={entry.line === stop}
              onJump={jump}
            />
          ))}
        </ol>
      )}
      <OutlineCounts desk={desk} outline={outline} />
    </div>
  )
}

/** Who spoke, and when; of a heading nothing is said. */
function headOf(
  { words, times }: NotesDesk,
  entry: OutlineEntry,
): { readonly name: string; readonly time: string | null } {
  if (entry.is === 'heading') return { name: '', time: null }
  const at = times.first(entry.opening)
  return {
    name: entry.speaker === null ? words.words.whoSpeaks : words.words.speaker(entry.speaker).name,
    time: at === null ? null : words.formatTime(at),
  }
}

/** Jumps to a line; where the panel lies over the text it closes first. */
function useJump(desk: NotesDesk, onClose: () => void): (line: string) => void {
  const width = useShellWidth()
  return useCallback(
    (line) => {
      if (width === 'wide' || width === 'middle') jumpToLine(desk, line, true)
      else {
        onClose()
        // A sheet that closes gives the focus back, and lets the page be scrolled again.
        requestAnimationFrame(() => requestAnimationFrame(() => jumpToLine(desk, line, false)))
      }
    },
    [desk, width, onClose],
  )
}

/** Lines of which nobody has said who spoke them: how many, and one after the other. */
function Silent({ lines, jump }: { lines: readonly string[]; jump(line: string): void }) {
  const { t } = useText()
  const next = useRef(0)
  if (lines.length === 0) return null
  const go = (): void => {
    const at = next.current % lines.length
    const line = lines[at]
    next.current = at + 1
    if (line === undefined) return
    jump(line)
    if (lines.length > 1) announce(t('search.topic.at', { at: at + 1, count: lines.length }))
  }
  return (
    <button type="button" className="outline-silent" onClick={go}>
      {t('outline.silent', { count: lines.length })}
    </button>
  )
}

/** Keeps the current entry in sight inside the panel, without moving the page. */
function useInSight(list: React.RefObject<HTMLElement | null>, current: string | null): void {
  useEffect(() => {
    if (current === null) return
    const row = list.current?.querySelector<HTMLElement>('[aria-current]')
    const box = row?.closest<HTMLElement>('.panel-content, .panel-dialog')
    if (row == null || box == null) return
    const [at, frame] = [row.getBoundingClientRect(), box.getBoundingClientRect()]
    if (at.top < frame.top + 48) box.scrollTop -= frame.top + 48 - at.top
    else if (at.bottom > frame.bottom - 8) box.scrollTop += at.bottom - frame.bottom + 8
  }, [list, current])
}

function handleArrows(event: KeyboardEvent<HTMLElement>): void {
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.outline-row')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  const steps: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: buttons.length - 1,
  }
  const next = buttons[steps[event.key] ?? -1]
  if (next === undefined) return
  event.preventDefault()
  next.focus()
}
