import * as Y from 'yjs'
import { keepFormatting } from '../../shared/text/keep-formatting.ts'

/**
 * Puts the state in one piece in the place of all that a cache holds, in the store's own transaction: what was deleted
 * from the document stands in no stored update any more.
 */
export function compactUpdates(store: IDBObjectStore, doc: Y.Doc): Promise<void> {
  return new Promise((resolve) => {
    const { transaction } = store
    transaction.addEventListener('complete', () => resolve())
    transaction.addEventListener('abort', () => resolve())
    // Another tab may have stored what is not here yet.
    const stored: IDBRequest<Uint8Array[]> = store.getAll()
    stored.onsuccess = () => {
      const state = withoutDeleted([Y.encodeStateAsUpdate(doc), ...stored.result])
      store.clear()
      store.add(state)
    }
  })
}

/** Undo keeps what was deleted in a page's own document; a new one lets go of it. */
function withoutDeleted(updates: readonly Uint8Array[]): Uint8Array {
  const copy = new Y.Doc()
  keepFormatting(copy)
  for (const update of updates) Y.applyUpdate(copy, update)
  const state = Y.encodeStateAsUpdate(copy)
  copy.destroy()
  return state
}
