import { useEffect, useState } from 'react'
import type * as Y from 'yjs'
import type { CheckFact, CorrectionFact } from '../../shared/checks/check-facts.ts'

/** A correction under its id. */
export interface ShownCorrection extends CorrectionFact {
  readonly id: string
}

/** What is confirmed and proposed in a topic. */
export interface TopicChecks {
  readonly checks: ReadonlyMap<string, CheckFact>
  /** Oldest first. */
  readonly corrections: readonly ShownCorrection[]
}

/** Reads what a topic's notes hold of it. Only the server writes there, so the shape is its word. */
export function readTopicChecks(doc: Y.Doc): TopicChecks {
  const corrections = [...doc.getMap<CorrectionFact>('corrections').entries()]
    .map(([id, fact]): ShownCorrection => ({ ...fact, id }))
    .sort((one, other) => one.at - other.at || (one.id < other.id ? -1 : 1))
  return { checks: new Map(doc.getMap<CheckFact>('checks').entries()), corrections }
}

/** Gives it live. */
export function useTopicChecks(doc: Y.Doc): TopicChecks {
  const [read, setRead] = useState(() => readTopicChecks(doc))
  useEffect(() => {
    const roots = ['checks', 'corrections'].map((root) => doc.getMap(root))
    const handle = (): void => setRead(readTopicChecks(doc))
    handle()
    for (const root of roots) root.observe(handle)
    return () => {
      for (const root of roots) root.unobserve(handle)
    }
  }, [doc])
  return read
}
