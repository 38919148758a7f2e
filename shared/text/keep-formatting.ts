import type * as Y from 'yjs'

const kept = new WeakSet<Y.Doc>()

/**
 * Stops Yjs from cleaning up formats by itself after somebody else's change: reading must never write (TX11). The
 * server alone cleans up, as a journaled step.
 */
export function keepFormatting(doc: Y.Doc): void {
  if (kept.has(doc)) return
  kept.add(doc)
  doc.on('afterTransaction', (transaction) => {
    transaction._needFormattingCleanup = false
  })
}
