import { useState } from 'react'
import { applyThemeChoice, readThemeChoice, type ThemeChoice } from './theme-choice.ts'

/** Gives the theme's choice, and the way to change it. */
export function useThemeChoice(): [choice: ThemeChoice, choose: (choice: ThemeChoice) => void] {
  const [choice, setChoice] = useState(readThemeChoice)
  return [
    choice,
    (chosen) => {
      applyThemeChoice(chosen)
      setChoice(chosen)
    },
  ]
}
