import type { MyOutbox } from './my-outbox.ts'

/** What of an outbox is looked at. */
export type Followed = Pick<MyOutbox, 'entries' | 'subscribe'>

/** Longer without an answer, and who has asked is told that it waits. */
const WAITS_MS = 5000

/** Says what becomes of a wish: `waits` when no answer comes now. What is given up is done with. */
export function outcomeOf(outbox: Followed, id: string): Promise<'done' | 'refused' | 'waits'> {
  return new Promise((resolve) => {
    const finish = (outcome: 'done' | 'refused' | 'waits'): void => {
      clearTimeout(timer)
      stop()
      resolve(outcome)
    }
    const look = (): void => {
      const entry = outbox.entries().find((each) => each.id === id)
      if (entry === undefined || entry.isSent) finish('done')
      else if (entry.refused !== null) finish('refused')
    }
    const timer = setTimeout(() => finish('waits'), navigator.onLine ? WAITS_MS : 0)
    const stop = outbox.subscribe(look)
    look()
  })
}
