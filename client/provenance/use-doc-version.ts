import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

/** Notes are typed at the speed of speech: what only shows them beside something else need not follow every key. */
const PAUSE_MS = 250

/** Counts the changes of a document, a few of them at a time. */
export function useDocVersion(doc: Y.Doc): number {
  const [version, setVersion] = useState(0)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const handle = (): void => {
      timer ??= setTimeout(() => {
        timer = undefined
        setVersion((before) => before + 1)
      }, PAUSE_MS)
    }
    doc.on('update', handle)
    return () => {
      clearTimeout(timer)
      doc.off('update', handle)
    }
  }, [doc])
  return version
}
