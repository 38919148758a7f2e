import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { KINDS, type Kind } from '../../../shared/meeting/facts.ts'
import { projectRoot } from '../../setup/project-root.mjs'

const file = join(projectRoot, '../shared/berlin-2013/sample.json')

/** One thing that is said in the script. */
export interface Said {
  /** As a line's `speaker` has it. */
  readonly speaker: string
  /** What a rapporteur types into the list of speakers. */
  readonly letters: string
  readonly kind: Kind
  readonly text: string
}

interface SampleIntervention {
  readonly topic: number
  readonly mechanism: { readonly code: string; readonly country: string }
  readonly kind: Kind
  readonly text: string
}

/** Whether the rapporteur's script lies beside the project. */
export const hasScript = existsSync(file)

/** Gives what is said under a topic of the rapporteur's script, or under all of them. */
export function readScript(topic: number | null): Said[] {
  const { interventions } = JSON.parse(readFileSync(file, 'utf8')) as {
    interventions: readonly SampleIntervention[]
  }
  return interventions
    .filter((each) => topic === null || each.topic === topic)
    .map(({ mechanism, kind, text }) => ({
      speaker: `m:${mechanism.code.toLowerCase()}`,
      letters: mechanism.country.split(' ')[0]?.toLowerCase() ?? '',
      kind,
      text,
    }))
}

/** The digit that stands for a kind in every language. */
export function digitOf(kind: Kind): string {
  return String(KINDS.indexOf(kind) + 1)
}
