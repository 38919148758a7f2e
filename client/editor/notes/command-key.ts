import { KINDS, type Kind } from '../../../shared/meeting/facts.ts'

/** What of a key event decides what it means. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'getModifierState'
>

/** The letters of the kinds, in the order of their digits. */
export const KIND_LETTERS = ['t', 'g', 'l', 'c', 'r'] as const

/**
 * Gives the command that a key stands for, as a small letter or a digit: a Latin letter as it is printed on the key,
 * any other layout by the key's place (ui.md §7). Null for what is no command: with Ctrl, Alt or AltGr a key is
 * something else or text.
 */
export function commandOf(event: KeyPress): string | null {
  if (event.ctrlKey || event.metaKey || event.altKey || event.getModifierState('AltGraph')) return null
  const { key, code } = event
  if (/^[a-z0-9]$/i.test(key)) return key.toLowerCase()
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(code)
  if (digit !== null && key.length === 1) return digit[1] ?? null
  const letter = /^Key([A-Z])$/.exec(code)
  return letter !== null && /^\p{L}$/u.test(key) ? (letter[1] ?? '').toLowerCase() : null
}

/** Gives the kind that a command stands for. */
export function kindOfCommand(command: string | null): Kind | null {
  if (command === null) return null
  const index = /^[1-5]$/.test(command)
    ? Number(command) - 1
    : (KIND_LETTERS as readonly string[]).indexOf(command)
  return KINDS[index] ?? null
}

/** Gives the text that a key types; null for a key that types none. AltGr types text, although it counts as Ctrl+Alt. */
export function textOf(event: KeyPress): string | null {
  if ([...event.key].length !== 1 || event.metaKey) return null
  if ((event.ctrlKey || event.altKey) && !event.getModifierState('AltGraph')) return null
  return event.key
}
