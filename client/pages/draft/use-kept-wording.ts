import { useState } from 'react'
import { useDraft } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'

const wordings = new WeakMap<DraftDesk, Map<string, string>>()

/** What was written for combining an item; null: nothing. */
interface KeptWording {
  readonly written: string | null
  write(words: string): void
  forget(): void
}

/** Gives it, kept beside the document until the item is combined: Escape closes the dialog that it is written in. */
export function useKeptWording(item: string): KeptWording {
  const { desk } = useDraft()
  const kept = wordings.get(desk) ?? new Map<string, string>()
  wordings.set(desk, kept)
  const [written, setWritten] = useState(kept.get(item) ?? null)
  const forget = (): void => void kept.delete(item)
  const write = (words: string): void => {
    setWritten(words)
    if (words.trim() === '') forget()
    else kept.set(item, words)
  }
  return { written, write, forget }
}
