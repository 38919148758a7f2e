import type * as Y from 'yjs'
import type { CheckFact, CorrectionFact } from '../../shared/checks/check-facts.ts'

/** Gives the confirmations of a topic, by `checkKey`. Only the server writes there, so the shape is its word. */
export function checksOf(doc: Y.Doc): Y.Map<CheckFact> {
  return doc.getMap<CheckFact>('checks')
}

/** Gives the corrections of a topic, by id. */
export function correctionsOf(doc: Y.Doc): Y.Map<CorrectionFact> {
  return doc.getMap<CorrectionFact>('corrections')
}
