import type { Kind } from '../../../shared/meeting/facts.ts'
import {
  type Capture,
  type KindCapture,
  type KindItem,
  type KindItemId,
  leftText,
  listKinds,
  listSpeakers,
  type SpeakerCapture,
  type SpeakerSource,
  speakerBefore,
} from './capture.ts'
import { commandOf, type KeyPress, kindOfCommand, textOf } from './command-key.ts'

/** What a key does to the capture, and what it does to the text. `passes`: the key goes on to the editor after that. */
export type Step =
  | { readonly does: 'nothing'; readonly passes: boolean }
  | { readonly does: 'go'; readonly to: Capture; readonly passes?: boolean }
  /** The list is left without a choice; the text stays in the line. */
  | { readonly does: 'leave'; readonly text: string; readonly to: Capture; readonly passes?: boolean }
  | { readonly does: 'speak'; readonly speaker: string; readonly kind: Kind | null }
  | { readonly does: 'choose'; readonly item: KindItemId }
  | { readonly does: 'kind'; readonly kind: Kind | null }
  | { readonly does: 'move'; readonly step: 1 | -1; readonly extends: boolean }
  /** To the sentence on that side, so that what was pasted is cut where one begins. */
  | { readonly does: 'sentence'; readonly side: 'left' | 'right' }
  | { readonly does: 'correct' | 'cut' | 'join' | 'link' }

const PASS: Step = { does: 'nothing', passes: true }
const TAKE: Step = { does: 'nothing', passes: false }

/** Keys that say that the caret is meant, not the list. */
const MOVES = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End', 'PageUp', 'PageDown', 'Delete'])

/** Gives what a key does while the list of speakers is open. Every text key is taken: none is ever dropped. */
export function stepSpeaker(capture: SpeakerCapture, press: KeyPress, source: SpeakerSource): Step {
  const { keys, trigger } = capture
  const text = textOf(press)
  const list = listSpeakers(capture, source)
  if (text !== null) return typeInSpeakers(capture, { text, command: commandOf(press) }, source)
  switch (press.key) {
    case 'Escape':
      return leave(capture)
    case 'Enter':
    case 'Tab': {
      const chosen = list.items[list.active]
      if (chosen !== undefined) return { does: 'speak', speaker: chosen.value, kind: list.kind }
      return trigger === 'closed' ? { ...leave(capture), passes: true } : TAKE
    }
    case 'ArrowDown':
    case 'ArrowUp':
      return { does: 'go', to: { ...capture, active: around(list, press.key === 'ArrowDown' ? 1 : -1) } }
    case 'Backspace':
      if (keys.length === 0) return { does: 'go', to: { mode: capture.before } }
      return { does: 'go', to: { ...capture, keys: keys.slice(0, -1), active: -1 } }
    default:
      return MOVES.has(press.key) ? { ...leave(capture), passes: true } : PASS
  }
}

function typeInSpeakers(
  capture: SpeakerCapture,
  key: { readonly text: string; readonly command: string | null },
  source: SpeakerSource,
): Step {
  const { trigger } = capture
  if (key.text === '@' && capture.keys.length === 0 && trigger !== 'correct') {
    const speaker = speakerBefore(source)
    return speaker === null ? TAKE : { does: 'speak', speaker, kind: null }
  }
  const next = { ...capture, keys: [...capture.keys, key], active: -1 }
  const { matches } = listSpeakers(next, source)
  const isText = trigger === 'closed' && matches.length === 0 && next.keys.some(({ text }) => text === ' ')
  return isText ? leave(next) : { does: 'go', to: next }
}

/** Gives what a key does while the kind menu is open. */
export function stepKind(capture: KindCapture, press: KeyPress, items: readonly KindItem[]): Step {
  const { keys } = capture
  const text = textOf(press)
  const list = listKinds(capture, items)
  const chosen = list[Math.min(Math.max(capture.active, 0), list.length - 1)]
  const takes = press.key === 'Enter' || press.key === 'Tab' || (text === ' ' && keys.length > 0)
  if (takes && chosen !== undefined) return { does: 'choose', item: chosen.id }
  if (text !== null) {
    const next = { ...capture, keys: [...keys, { text, command: commandOf(press) }], active: 0 }
    return listKinds(next, items).length === 0 ? leave(next) : { does: 'go', to: next }
  }
  switch (press.key) {
    case 'Escape':
      return leave(capture)
    case 'ArrowDown':
    case 'ArrowUp': {
      const step = press.key === 'ArrowDown' ? 1 : -1
      return {
        does: 'go',
        to: { ...capture, active: (Math.max(capture.active, 0) + step + list.length) % list.length },
      }
    }
    case 'Backspace':
      if (keys.length === 0) return { does: 'go', to: { mode: capture.before } }
      return { does: 'go', to: { ...capture, keys: keys.slice(0, -1), active: 0 } }
    default:
      return MOVES.has(press.key) ? { ...leave(capture), passes: true } : PASS
  }
}

/** Gives what a key does in line mode: single letters act, and type nothing. */
export function stepLine(press: KeyPress): Step {
  const { key, shiftKey } = press
  const command = commandOf(press)
  switch (key) {
    case 'Enter':
    case 'Escape':
      return press.ctrlKey || press.metaKey ? PASS : { does: 'go', to: { mode: 'text' } }
    case 'ArrowUp':
    case 'ArrowDown':
      return { does: 'move', step: key === 'ArrowDown' ? 1 : -1, extends: shiftKey }
    case 'ArrowLeft':
    case 'ArrowRight':
      return { does: 'sentence', side: key === 'ArrowRight' ? 'right' : 'left' }
    case 'Backspace':
    case 'Delete':
      return TAKE
  }
  if (command === '0') return { does: 'kind', kind: null }
  const kind = kindOfCommand(command)
  if (kind !== null) return { does: 'kind', kind }
  if (command === 's') return { does: 'correct' }
  if (command === 'x') return { does: 'cut' }
  if (command === 'm') return { does: 'join' }
  if (command === 'k') return { does: 'link' }
  return textOf(press) === null ? PASS : TAKE
}

function leave(capture: SpeakerCapture | KindCapture): Step & { does: 'leave' } {
  return { does: 'leave', text: leftText(capture), to: { mode: capture.before } }
}

function around({ items, active }: { items: readonly unknown[]; active: number }, step: 1 | -1): number {
  if (items.length === 0) return -1
  return active < 0 ? (step === 1 ? 0 : items.length - 1) : (active + step + items.length) % items.length
}
