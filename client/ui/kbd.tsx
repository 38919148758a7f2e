import './kbd.css'
import { isMac } from './is-mac.ts'

/** Names on the keys. `Mod` is Ctrl, or Cmd on a Mac. */
const macNames: Readonly<Record<string, string>> = { Mod: '⌘', Alt: '⌥', Shift: '⇧' }

/** One key, or several pressed together. */
export function Kbd({ keys }: { keys: readonly string[] }) {
  return (
    <span className="kbd-keys">
      {keys.map((key) => (
        <kbd key={key} className="kbd">
          {isMac() ? (macNames[key] ?? key) : key === 'Mod' ? 'Ctrl' : key}
        </kbd>
      ))}
    </span>
  )
}
