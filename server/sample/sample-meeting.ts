import type { Meeting, Member } from '../registry/registry-shape.ts'
import berlin from './berlin-2013.json' with { type: 'json' }

/** One intervention of a sample, as it was typed. */
export interface SampleIntervention {
  /** `YYYY-MM-DDTHH:MM` by the clock of the meeting's place. */
  readonly at: string
  readonly typedBy: string
  readonly speaker: string
  readonly kind: string
  readonly lang: string
  readonly attribution: string
  readonly lines: readonly string[]
}

/** A meeting that an empty data folder can be filled with. */
export interface SampleMeeting {
  readonly id: string
  readonly meeting: Meeting
  readonly members: readonly Omit<Member, 'meeting'>[]
  /** By topic. */
  readonly notes: Readonly<Record<string, readonly SampleIntervention[]>>
}

/** The sample that comes with the product: data alone, the code knows nothing of it. */
export const sampleMeeting = berlin as SampleMeeting
