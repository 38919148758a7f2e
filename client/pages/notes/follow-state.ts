import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { bindingOf } from '../../editor/binding/flat-text-extension.ts'
import { useText } from '../../i18n/text.tsx'
import { type Reach, useOfferReach } from '../../shell/here-reach.tsx'
import { announce } from '../../ui/announce.ts'
import { scrollUntilThere } from '../../ui/bring-into-sight.ts'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'

/** Whom the reader went to, and whether the page goes on with them. */
interface Followed {
  readonly member: string
  readonly name: string
  readonly isFollowing: boolean
}

/** A caret inside these parts of the window is in sight: the page does not move for every word. */
const IN_SIGHT = { from: 0.18, to: 0.75 }

/** Goes to where somebody writes, and with them from there. Carets are shown and never trusted: nothing else moves. */
export function useFollowing(desk: NotesDesk): {
  readonly followed: Followed | null
  follow(): void
  stop(): void
} {
  const { t } = useText()
  const toast = useToast()
  const [followed, setFollowed] = useState<Followed | null>(null)
  const reach = useCallback<Reach>(
    ({ member, name }) => {
      if (showCaret(desk, member)) {
        setFollowed({ member, name, isFollowing: false })
        announce(t('manners.at', { name }))
      } else toast.show(t('manners.noCaret', { name }))
    },
    [desk, t, toast],
  )
  useOfferReach(reach)
  const stop = useCallback(() => setFollowed(null), [])
  const tell = useRef(t)
  tell.current = t
  const leader = followed?.isFollowing === true ? followed.member : null

  useLayoutEffect(() => {
    if (leader === null) return
    const go = (): void => {
      if (!showCaret(desk, leader)) stop()
    }
    const stops = [desk.carets.subscribe(go), desk.subscribe(go)]
    go()
    return () => {
      for (const end of stops) end()
      announce(tell.current('manners.stopped'))
    }
  }, [desk, leader, stop])

  useEffect(() => {
    if (followed === null) return
    const handleKey = (event: KeyboardEvent): void => {
      const isTyped = event.key.length === 1 || event.key === 'Enter' || event.key === 'Backspace'
      const isInText = event.target instanceof Node && desk.editor.view.dom.contains(event.target)
      // The key does all the same what it does: somebody who types has something else to do than to close a bar.
      if (event.key === 'Escape' || (isTyped && isInText)) stop()
    }
    document.addEventListener('keydown', handleKey, true)
    // Who scrolls on their own is not pulled back.
    window.addEventListener('wheel', stop, { passive: true })
    window.addEventListener('touchmove', stop, { passive: true })
    return () => {
      document.removeEventListener('keydown', handleKey, true)
      window.removeEventListener('wheel', stop)
      window.removeEventListener('touchmove', stop)
    }
  }, [desk, followed, stop])

  const follow = (): void => {
    if (followed === null) return
    setFollowed({ ...followed, isFollowing: true })
    announce(t('manners.followingTold', { name: followed.name }))
  }
  return { followed, follow, stop }
}

/** Brings somebody's caret into sight; false where they have none. */
function showCaret({ editor, carets }: NotesDesk, member: string): boolean {
  const head = carets.headOf(member)
  if (head === undefined) return false
  const binding = bindingOf(editor)
  const { view } = editor
  // Their words are still on their way, or being drawn.
  if (!binding.knows(head) || view.state.doc !== binding.doc) return true
  const { top } = view.coordsAtPos(binding.positionOf(head))
  const { innerHeight } = window
  if (top < innerHeight * IN_SIGHT.from || top > innerHeight * IN_SIGHT.to)
    scrollUntilThere(() => {
      const isThere = !view.isDestroyed && view.state.doc === binding.doc && binding.knows(head)
      return isThere ? view.coordsAtPos(binding.positionOf(head)).top - innerHeight * 0.45 : null
    })
  return true
}
