import type * as Y from 'yjs'
import type { LedgerFacts } from '../../shared/meeting/facts.ts'
import { readFacts } from '../../shared/meeting/read-ledger.ts'

/** What a root of the ledger holds, by id. */
export type FactsOf<Root extends keyof LedgerFacts> = ReadonlyMap<string, LedgerFacts[Root]>

interface ReadRoot {
  facts: FactsOf<keyof LedgerFacts> | null
  readonly listeners: Set<() => void>
}

/** Reads a ledger room for components: the same map until something in its root changes. Lives as long as the room. */
export class LedgerReader {
  readonly #ledger: Y.Doc
  readonly #roots = new Map<keyof LedgerFacts, ReadRoot>()

  constructor(ledger: Y.Doc) {
    this.#ledger = ledger
  }

  read<Root extends keyof LedgerFacts>(root: Root): FactsOf<Root> {
    const known = this.#open(root)
    known.facts ??= readFacts(this.#ledger, root)
    return known.facts as FactsOf<Root>
  }

  /** Calls back when something in a root changed. */
  watch(root: keyof LedgerFacts, listener: () => void): () => void {
    const { listeners } = this.#open(root)
    listeners.add(listener)
    return () => listeners.delete(listener)
  }

  #open(root: keyof LedgerFacts): ReadRoot {
    const known = this.#roots.get(root)
    if (known !== undefined) return known
    const opened: ReadRoot = { facts: null, listeners: new Set() }
    this.#ledger.getMap(root).observe(() => {
      opened.facts = null
      for (const listener of [...opened.listeners]) listener()
    })
    this.#roots.set(root, opened)
    return opened
  }
}
