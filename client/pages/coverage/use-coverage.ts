import { useMemo } from 'react'
import { type Coverage, coverageOf } from '../../../shared/coverage/coverage.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { type KnownFates, useFates } from '../../provenance/use-fates.ts'
import type { ReadNotes } from './notes-reader.tsx'

/** Where what was said led. */
export interface ShownCoverage {
  readonly fates: KnownFates
  /** Of the chosen topic, or of all. */
  readonly shown: Coverage
  /** Of all topics. */
  readonly all: Coverage
}

/** Gives it live; null until all of it is here. */
export function useCoverage(
  notes: ReadonlyMap<string, ReadNotes>,
  topic: string | null,
): ShownCoverage | null {
  const { topics, mechanisms } = useMeeting()
  const fates = useFates()
  const input = useMemo(() => {
    const { provenance, drafted, itemFacts } = fates
    const standing = [...drafted].filter((item) => itemFacts.get(item)?.status !== 'withdrawn')
    return {
      topics: topics.flatMap(({ id }) => {
        const read = notes.get(id)
        return read === undefined ? [] : [{ id, notes: read.blocks }]
      }),
      mechanisms,
      provenance,
      standing: new Set(standing),
    }
  }, [topics, notes, mechanisms, fates])
  const all = useMemo(() => coverageOf(input), [input])
  const shown = useMemo(() => (topic === null ? all : coverageOf(input, topic)), [all, input, topic])
  return fates.isWhole ? { fates, shown, all } : null
}
