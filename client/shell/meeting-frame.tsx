import type { ReactNode } from 'react'
import { MeetingGate } from './meeting-gate.tsx'
import { Shell } from './shell.tsx'

/** A meeting's pages: the door, then the shell round them. A part of its own in the build. */
export function MeetingFrame({ children }: { children?: ReactNode }) {
  return (
    <MeetingGate>
      <Shell>{children}</Shell>
    </MeetingGate>
  )
}
