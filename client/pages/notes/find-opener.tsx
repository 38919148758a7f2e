import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { topicFind } from '../../search/topic-find.ts'
import { again } from '../../ui/again.ts'
import { isMac } from '../../ui/is-mac.ts'
import type { NotesDesk } from './notes-desk.ts'

// When it is asked for.
const FindBar = lazy(again(async () => ({ default: (await import('./find-bar.tsx')).FindBar })))
const SearchDialog = lazy(
  again(async () => ({
    default: (await import('../../search/search-dialog.tsx')).SearchDialog,
  })),
)

/** Selected words up to this length are what is looked for. */
const LONGEST_SELECTION = 80

interface Asked {
  readonly words: string
  /** Asked again, the words are taken anew and the field has the focus. */
  readonly times: number
}

/**
 * `Alt+F` looks for words in this topic; once more, in the whole meeting. The browser's own find stays its own. The search
 * through the meeting leads back here.
 */
export function FindOpener({ desk }: { desk: NotesDesk }) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const [whole, setWhole] = useState<string | null>(null)
  const words = useRef('')
  useEffect(() => {
    const find = (next: string): void => {
      words.current = next
      setWhole(null)
      setAsked((before) => ({ words: next, times: (before?.times ?? 0) + 1 }))
    }
    const handleKey = (event: KeyboardEvent): void => {
      // On a Mac Alt alone types letters.
      const isHeld = isMac() ? event.ctrlKey && event.altKey : event.altKey && !event.ctrlKey
      const isOurs = event.code === 'KeyF' && isHeld && !event.metaKey && !event.shiftKey
      if (!isOurs || event.getModifierState('AltGraph')) return
      if (document.querySelector('[role=dialog], [role=alertdialog]') !== null) return
      // On other pages the same key opens the search through the meeting.
      event.preventDefault()
      event.stopPropagation()
      if (document.activeElement?.closest('.find-bar') != null) setWhole(words.current)
      else find(selectedWords(desk) || words.current)
    }
    const stop = topicFind.offer(find)
    // Before the key of the search through the meeting.
    window.addEventListener('keydown', handleKey, true)
    return () => {
      stop()
      window.removeEventListener('keydown', handleKey, true)
    }
  }, [desk])
  return (
    <Suspense fallback={null}>
      {asked !== null && (
        <FindBar
          desk={desk}
          asked={asked}
          onWords={(next) => {
            words.current = next
          }}
          onWhole={() => setWhole(words.current)}
          onClose={() => setAsked(null)}
        />
      )}
      {whole !== null && <SearchDialog words={whole} onClose={() => setWhole(null)} />}
    </Suspense>
  )
}

function selectedWords({ editor: { view } }: NotesDesk): string {
  const selection = document.getSelection()
  if (selection === null || selection.isCollapsed || !view.dom.contains(selection.anchorNode)) return ''
  const words = selection.toString().trim()
  return words.includes('\n') || words.length > LONGEST_SELECTION ? '' : words
}
