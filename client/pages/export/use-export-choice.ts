import { useState } from 'react'
import { type ExportChoice, firstChoice, parseChoice } from './export-choice.ts'

/** Gives what is chosen, kept on this device for each meeting. */
export function useExportChoice(
  meeting: string,
  meetingLang: string,
): [choice: ExportChoice, change: (part: Partial<ExportChoice>) => void] {
  const key = `minuta.export:${meeting}`
  const [choice, setChoice] = useState(() => parseChoice(read(key), firstChoice(meetingLang)))
  return [
    choice,
    (part) => {
      const next = { ...choice, ...part }
      setChoice(next)
      keep(key, JSON.stringify(next))
    },
  ]
}

function read(key: string): string | null {
  try {
    return localStorage.getItem(key)
  } catch {
    // Private windows may forbid it: then the choice is the first one each time.
    return null
  }
}

function keep(key: string, value: string): void {
  try {
    localStorage.setItem(key, value)
  } catch {
    // The choice lasts as long as the dialog.
  }
}
