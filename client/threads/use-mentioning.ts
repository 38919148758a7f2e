import { type KeyboardEvent, type RefObject, useId, useLayoutEffect, useRef, useState } from 'react'
import { type ComposedText, mentionAt, putMention } from './mention-text.ts'
import { type MentionChoice, useMentionChoices } from './use-mention-choices.ts'

interface MentioningProps {
  field: RefObject<HTMLTextAreaElement | null>
  composed: ComposedText
  write(composed: ComposedText): void
}

/** The list of who can be mentioned, while an `@` is being typed. The focus stays in the field. */
export interface Mentioning {
  readonly id: string
  readonly choices: readonly MentionChoice[]
  readonly active: number
  /** For the field. */
  readonly aria: Readonly<Record<string, string>>
  /** Looks at what is being typed. */
  look(field: HTMLTextAreaElement): void
  /** Whether a key was the list's. */
  handleKey(event: KeyboardEvent): boolean
  pick(choice: MentionChoice): void
  close(): void
}

/** Mentions by keys: `@` opens the list, arrows go through it, Enter or Tab puts the name in, Escape closes it. */
export function useMentioning({ field, composed, write }: MentioningProps): Mentioning {
  const id = useId()
  const find = useMentionChoices()
  const [asked, setAsked] = useState<{ readonly from: number; readonly words: string } | null>(null)
  const [active, setActive] = useState(0)
  /** The `@` whose list was closed by hand: it does not come back by itself. */
  const closedAt = useRef(-1)
  const caret = useRef<number | null>(null)
  const choices = asked === null ? [] : find(asked.words)
  const isOpen = choices.length > 0

  useLayoutEffect(() => {
    if (caret.current === null) return
    field.current?.setSelectionRange(caret.current, caret.current)
    caret.current = null
  })

  const pick = (choice: MentionChoice): void => {
    if (asked === null) return
    const { of, id: who, label } = choice
    const put = putMention(composed, asked, { of, id: who, label })
    caret.current = put.caret
    setAsked(null)
    closedAt.current = asked.from
    write(put.composed)
  }
  const handleKey = (event: KeyboardEvent): boolean => {
    if (!isOpen || event.ctrlKey || event.metaKey || event.altKey) return false
    const choice = choices[Math.min(active, choices.length - 1)]
    if (event.key === 'ArrowDown') setActive((active + 1) % choices.length)
    else if (event.key === 'ArrowUp') setActive((active + choices.length - 1) % choices.length)
    else if ((event.key === 'Enter' || event.key === 'Tab') && choice !== undefined) pick(choice)
    else if (event.key === 'Escape') {
      closedAt.current = asked?.from ?? -1
      setAsked(null)
    } else return false
    event.preventDefault()
    return true
  }
  const at = Math.min(active, choices.length - 1)
  return {
    id,
    choices,
    active: at,
    aria: isOpen
      ? { 'aria-autocomplete': 'list', 'aria-controls': id, 'aria-activedescendant': `${id}-${at}` }
      : {},
    look: ({ value, selectionStart, selectionEnd }) => {
      const next = selectionStart === selectionEnd ? mentionAt(value, selectionStart) : null
      if (next === null) closedAt.current = -1
      if (next?.words !== asked?.words) setActive(0)
      setAsked(next === null || next.from === closedAt.current ? null : next)
    },
    handleKey,
    pick,
    close: () => setAsked(null),
  }
}
