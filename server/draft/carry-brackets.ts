import type * as Y from 'yjs'
import { bracketKey, bracketsAskedIn } from '../../shared/draft/asked-for-brackets.ts'
import type { DraftItem } from '../../shared/draft/draft-item.ts'
import { atomsIn } from '../../shared/text/atoms-in.ts'
import { asBracket } from '../../shared/text/brackets.ts'

/**
 * Has it known of brackets that came from other items who asked for them (AD2), as it is known there; there it is
 * forgotten where the brackets stand no longer. Call it in a write of the drafting room, once the texts are written.
 */
export function carryBrackets(drafting: Y.Doc, from: readonly DraftItem[], to: DraftItem): void {
  const facts = bracketsAskedIn(drafting)
  const here = bracketsIn(to)
  for (const item of from) {
    const stay = bracketsIn(item)
    for (const bracket of here) {
      const known = bracketKey(item.id, bracket)
      const fact = facts.get(known)
      if (fact === undefined) continue
      const key = bracketKey(to.id, bracket)
      if (!facts.has(key)) facts.set(key, fact)
      if (!stay.has(bracket)) facts.delete(known)
    }
  }
}

function bracketsIn({ text }: DraftItem): Set<string> {
  return new Set(atomsIn(text).flatMap((atom) => asBracket(atom)?.id ?? []))
}
