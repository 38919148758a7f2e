const key = 'minuta.language'

/** Gives the language chosen on this device before, if the browser lets us keep anything. */
export function readStoredLanguage(): string | undefined {
  try {
    return localStorage.getItem(key) ?? undefined
  } catch {
    // Private windows and blocked storage throw on the mere access.
    return undefined
  }
}

/** Keeps the choice on this device; where that is not allowed, it lasts as long as the page. */
export function storeLanguage(language: string): void {
  try {
    localStorage.setItem(key, language)
  } catch {
    // The choice holds for this page; there is nothing that the reader could do.
  }
}
