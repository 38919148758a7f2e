import { useCallback, useSyncExternalStore } from 'react'
import { textHash } from '../../../shared/text/text-hash.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { GivenAdvice } from './advice-store.ts'

/** What somebody wants of advice, on this device. */
interface Choices {
  readonly isOn: boolean
  /** Advice that was dismissed: kind and words, by item. It comes back when the words change. */
  readonly dismissed: readonly string[]
}

/** Newest first; more than anybody dismisses in a meeting, and little beside what browsers keep. */
const MOST_DISMISSED = 1000
const FIRST: Choices = { isOn: true, dismissed: [] }

const known = new Map<string, Choices>()
const listeners = new Set<() => void>()

/** Gives what this person has chosen about advice in this meeting, kept on this device, and the ways to choose. */
export function useAdviceChoices() {
  const { id, me } = useMeeting()
  const key = keyOf(id, me.id)
  const choices = useSyncExternalStore(subscribe, () => choicesOf(key))
  const change = useCallback(
    (next: Partial<Choices>) => {
      const after = { ...choicesOf(key), ...next }
      known.set(key, after)
      keep(key, after)
      for (const listener of [...listeners]) listener()
    },
    [key],
  )
  const dismiss = useCallback(
    (item: string, given: GivenAdvice) => {
      const name = nameOf(item, given)
      const others = choicesOf(key).dismissed.filter((one) => one !== name)
      change({ dismissed: [name, ...others].slice(0, MOST_DISMISSED) })
    },
    [key, change],
  )
  const bringBack = useCallback(
    (item: string) => {
      change({ dismissed: choicesOf(key).dismissed.filter((one) => !one.startsWith(`${item}/`)) })
    },
    [key, change],
  )
  return { ...choices, switchTo: (isOn: boolean) => change({ isOn }), dismiss, bringBack }
}

/** Gives what was dismissed alone, as every row of the draft asks for it. */
export function useDismissed(): readonly string[] {
  const { id, me } = useMeeting()
  return useSyncExternalStore(subscribe, () => choicesOf(keyOf(id, me.id)).dismissed)
}

/** Gives what of the advice on an item was not dismissed. */
export function leftOf(
  item: string,
  given: readonly GivenAdvice[],
  dismissed: readonly string[],
): readonly GivenAdvice[] {
  return dismissed.length === 0 ? given : given.filter((one) => !dismissed.includes(nameOf(item, one)))
}

function keyOf(meeting: string, member: string): string {
  return `minuta.advice:${meeting}:${member}`
}

function nameOf(item: string, { advice, words }: GivenAdvice): string {
  return `${item}/${advice.kind}/${textHash(words)}`
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

function choicesOf(key: string): Choices {
  const made = known.get(key) ?? read(key)
  known.set(key, made)
  return made
}

function read(key: string): Choices {
  try {
    const kept = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<Choices> | null
    const dismissed = Array.isArray(kept?.dismissed) ? kept.dismissed : []
    return {
      isOn: kept?.isOn !== false,
      dismissed: dismissed.filter((one): one is string => typeof one === 'string').slice(0, MOST_DISMISSED),
    }
  } catch {
    // Private windows may forbid it, and somebody may have written nonsense there.
    return FIRST
  }
}

function keep(key: string, choices: Choices): void {
  try {
    localStorage.setItem(key, JSON.stringify(choices))
  } catch {
    // The choice lasts as long as the page.
  }
}
