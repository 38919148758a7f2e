/** What somebody may choose; `system` follows the device. */
export type ThemeChoice = 'light' | 'dark' | 'system'

const KEY = 'minuta.theme'

/** Tells whether a text, such as one kept by an older version, is a choice. */
export function isThemeChoice(text: unknown): text is ThemeChoice {
  return text === 'light' || text === 'dark' || text === 'system'
}

/** Gives the choice kept on this device. */
export function readThemeChoice(): ThemeChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return isThemeChoice(kept) ? kept : 'system'
  } catch {
    return 'system'
  }
}

/** Draws the page in the chosen theme, and keeps the choice where the browser allows it. */
export function applyThemeChoice(choice: ThemeChoice): void {
  if (choice === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = choice
  try {
    localStorage.setItem(KEY, choice)
  } catch {
    // It lasts as long as the page.
  }
}
