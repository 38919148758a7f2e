import { useCallback, useSyncExternalStore } from 'react'
import type { LedgerFacts } from '../../shared/meeting/facts.ts'
import type { FactsOf, LedgerReader } from './ledger-facts.ts'

/** Gives what a root of a ledger holds; again at each change. */
export function useLedgerFacts<Root extends keyof LedgerFacts>(
  reader: LedgerReader,
  root: Root,
): FactsOf<Root> {
  const subscribe = useCallback((listener: () => void) => reader.watch(root, listener), [reader, root])
  return useSyncExternalStore(subscribe, () => reader.read(root))
}
