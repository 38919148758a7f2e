import { parseSpeakers } from '../meeting/attribution.ts'
import { type Intervention, isBlank, readInterventions } from '../notes/intervention.ts'
import { wordsHash } from '../notes/passage.ts'
import type { Block } from '../text/block.ts'
import { isGloss } from '../text/gloss.ts'
import { type CheckFact, checkKey } from './check-facts.ts'

/** An intervention as a mechanism that spoke checks it. */
export interface OwnIntervention extends Intervention {
  /** The lines that have words; a gloss is none of the mechanism's. */
  readonly spoken: readonly Block[]
  /** Of all its words; formats, kinds and blank lines are not counted. */
  readonly hash: string
}

/** Whether a mechanism has confirmed what stands there now. */
export type CheckStatus =
  | { readonly is: 'unchecked' }
  | { readonly is: 'confirmed' | 'changed-since'; readonly check: CheckFact }

/** Gives a topic's interventions of a mechanism, alone or together with others, that have words. */
export function interventionsOf(mechanism: string, blocks: readonly Block[]): OwnIntervention[] {
  return readInterventions(blocks).flatMap((intervention) => {
    if (!mechanismsOf(intervention.speaker).includes(mechanism)) return []
    const spoken = intervention.lines.filter((line) => !isBlank(line) && !isGloss(line.attributes))
    if (spoken.length === 0) return []
    let hash: string | null = null
    return [
      {
        ...intervention,
        spoken,
        // Hashing is most of the work, and who only looks for a line needs none.
        get hash() {
          hash ??= wordsHash(spoken)
          return hash
        },
      },
    ]
  })
}

/** Gives the mechanisms that a line's `speaker` names: each of them checks for itself. */
export function mechanismsOf(speaker: string | null): string[] {
  return parseSpeakers(speaker).flatMap((one) => (one.kind === 'mechanism' ? [one.id] : []))
}

/** Says how an intervention stands with a mechanism. A confirmation holds for the very words it was given on. */
export function statusOf(
  { id, hash }: Pick<OwnIntervention, 'id' | 'hash'>,
  mechanism: string,
  checks: { get(key: string): CheckFact | undefined },
): CheckStatus {
  const check = checks.get(checkKey(id, mechanism))
  if (check === undefined) return { is: 'unchecked' }
  return { is: check.hash === hash ? 'confirmed' : 'changed-since', check }
}
