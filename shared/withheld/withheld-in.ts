import type * as Y from 'yjs'
import type { WithheldFact } from './withheld-fact.ts'

/** Gives the withheld passages of a drafting room, to be written. */
export function withheldIn(drafting: Y.Doc): Y.Map<WithheldFact> {
  return drafting.getMap<WithheldFact>('withheld')
}

/** Gives the withheld passages of a drafting room, by id. Only the server writes there, so the shape is its word. */
export function readWithheld(drafting: Y.Doc): ReadonlyMap<string, WithheldFact> {
  return new Map(withheldIn(drafting).entries())
}
