/** How much of what others do is said: each line, who wrote how much, or nothing (ui.md §8). */
export type SpeechChoice = 'all' | 'summary' | 'none'

export const SPEECH_CHOICES = ['all', 'summary', 'none'] as const

const KEY = 'minuta.speech'

/** Tells whether a text, such as one kept by an older version, is a choice. */
export function isSpeechChoice(text: unknown): text is SpeechChoice {
  return SPEECH_CHOICES.some((choice) => choice === text)
}

/** The choice of this device, for all parts of the page. */
class Chosen {
  readonly #listeners = new Set<() => void>()
  #choice: SpeechChoice = readKept()

  readonly read = (): SpeechChoice => this.#choice

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  choose(choice: SpeechChoice): void {
    this.#choice = choice
    try {
      localStorage.setItem(KEY, choice)
    } catch {
      // It lasts as long as the page.
    }
    for (const listener of [...this.#listeners]) listener()
  }
}

function readKept(): SpeechChoice {
  try {
    const kept = localStorage.getItem(KEY)
    return isSpeechChoice(kept) ? kept : 'summary'
  } catch {
    return 'summary'
  }
}

export const speechChoice = new Chosen()
