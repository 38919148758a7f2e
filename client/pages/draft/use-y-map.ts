import { useEffect, useState } from 'react'
import type * as Y from 'yjs'

/** Gives what a map of facts in a room holds, by key; again at each change. `find` is the same function at each call. */
export function useYMap<Fact>(doc: Y.Doc, find: (doc: Y.Doc) => Y.Map<Fact>): ReadonlyMap<string, Fact> {
  const [facts, setFacts] = useState(() => new Map(find(doc).entries()))
  useEffect(() => {
    const map = find(doc)
    const handle = (): void => setFacts(new Map(map.entries()))
    handle()
    map.observe(handle)
    return () => map.unobserve(handle)
  }, [doc, find])
  return facts
}
