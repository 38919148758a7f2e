import * as Y from 'yjs'
import { findDraftItem, itemHash } from '../../shared/draft/draft-item.ts'
import { MinutaError } from '../../shared/errors/errors.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'
import type { UndoResult } from '../../shared/merge/merge-plan.ts'
import type { MemberPrincipal } from '../../shared/permissions/principal.ts'
import type { Work } from '../commands/commands.ts'
import { draftingRoom, draftRoom, ledgerRoom } from '../draft/room-names.ts'
import { setFact } from '../draft/set-fact.ts'

/**
 * Takes a merge back. An item with the words that the merge gave it, still only proposed, leaves the draft and lets
 * go of its passage, which is new again; any other stays with its sources (MG2). A merge is undone once: undoing it
 * again finds nothing to do.
 */
export function undoMerge(work: Work, { meeting, member }: MemberPrincipal, merge: number): UndoResult {
  const ledger = ledgerRoom(meeting)
  const fact = readFacts(work.doc(ledger), 'merges').get(String(merge))
  if (fact === undefined) throw new MinutaError('not-found', `There is no merge ${merge}.`)
  if (fact.undone !== null) return { removed: [], kept: [] }
  const draft = draftRoom(meeting)
  const untouched = untouchedItems(work.doc(ledger), work.doc(draft), fact.items)
  work.write(draft, (_, doc) => {
    for (const [id, hash] of untouched) {
      const entry = doc.getMap('items').get(id)
      if (entry instanceof Y.Map && entry.get('gone') !== hash) entry.set('gone', hash)
    }
  })
  const drafting = draftingRoom(meeting)
  if ([...untouched.keys()].some((id) => work.doc(drafting).getMap('provenance').has(id))) {
    work.write(drafting, (_, doc) => {
      for (const id of untouched.keys()) doc.getMap('provenance').delete(id)
    })
  }
  work.write(ledger, (_, doc) => {
    for (const id of untouched.keys()) doc.getMap('provenance').delete(id)
    setFact(doc, 'merges', String(merge), { ...fact, undone: { at: work.at, by: member } })
  })
  return {
    removed: fact.items.filter((id) => untouched.has(id)),
    kept: fact.items.filter((id) => !untouched.has(id)),
  }
}

/** Gives the items that nobody has changed since their merge, each with the hash of its words. */
function untouchedItems(ledger: Y.Doc, draft: Y.Doc, items: readonly string[]): Map<string, string> {
  const provenance = readFacts(ledger, 'provenance')
  const facts = readFacts(ledger, 'itemFacts')
  const untouched = new Map<string, string>()
  for (const id of items) {
    const item = findDraftItem(draft, id)
    const hash = item === null ? null : itemHash(item)
    if (hash === null || provenance.get(id)?.itemHash !== hash) continue
    if (facts.get(id)?.status === 'proposed') untouched.set(id, hash)
  }
  return untouched
}
