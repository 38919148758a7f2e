import { useCallback, useSyncExternalStore } from 'react'
import { parseLevel } from '../../../shared/meeting/attribution.ts'
import type { AttributionLevel } from '../../../shared/meeting/facts.ts'

/** Countries are what people in the room go by. */
const FIRST: AttributionLevel = 'country'

const chosen = new Map<string, AttributionLevel>()
const listeners = new Set<() => void>()

/** Gives the level at which proposers are shown, kept on this device for each meeting, and the way to choose another. */
export function useShownLevel(
  meeting: string,
): [level: AttributionLevel, choose: (level: AttributionLevel) => void] {
  const level = useSyncExternalStore(subscribe, () => levelOf(meeting))
  const choose = useCallback(
    (next: AttributionLevel) => {
      chosen.set(meeting, next)
      keep(meeting, next)
      for (const listener of [...listeners]) listener()
    },
    [meeting],
  )
  return [level, choose]
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function levelOf(meeting: string): AttributionLevel {
  const known = chosen.get(meeting) ?? read(meeting) ?? FIRST
  chosen.set(meeting, known)
  return known
}

function read(meeting: string): AttributionLevel | null {
  try {
    return parseLevel(localStorage.getItem(key(meeting)))
  } catch {
    // Private windows may forbid it: then the choice is the first one each time.
    return null
  }
}

function keep(meeting: string, level: AttributionLevel): void {
  try {
    localStorage.setItem(key(meeting), level)
  } catch {
    // The choice lasts as long as the page.
  }
}

function key(meeting: string): string {
  return `minuta.proposers:${meeting}`
}
