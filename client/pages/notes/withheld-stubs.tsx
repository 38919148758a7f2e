import { useEffect } from 'react'
import { markLateStubs } from '../../editor/notes/late-stubs-plugin.ts'
import type { Topic } from '../../meeting/meeting.ts'
import { WithheldDialog } from './mark-open.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useTopicWithheld } from './withheld-facts.ts'

interface WithheldStubsProps {
  desk: NotesDesk
  topic: Topic
  /** The passage that is asked for; null: none. */
  open: string | null
  writes: boolean
  onClose(): void
}

/** For the drafting group alone: opens stubs, and marks those for which words came late. */
export function WithheldStubs({ desk, topic, open, writes, onClose }: WithheldStubsProps) {
  const passages = useTopicWithheld(desk, topic.id)
  const late = (passages ?? [])
    .filter((passage) => passage.late.length > 0 || passage.waiting.length > 0)
    .map(({ id }) => id)
    .join(' ')
  useEffect(() => {
    markLateStubs(desk.editor.view, late === '' ? [] : late.split(' '))
  }, [desk, late])
  if (open === null) return null
  return (
    <WithheldDialog
      key={open}
      desk={desk}
      topic={topic}
      id={open}
      passages={passages}
      writes={writes}
      onClose={onClose}
    />
  )
}
