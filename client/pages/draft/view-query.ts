import { STATUSES, type Status } from '../../../shared/meeting/facts.ts'

/** What the one list can be put in order by. */
export const ORDERS = ['topic', 'addressee', 'mechanism', 'status', 'theme'] as const
export type Order = (typeof ORDERS)[number]

/** What a reader wants to see of the draft: in which order, and which items. Always the same items, never copies. */
export interface View {
  readonly by: Order
  readonly status: Status | null
  readonly mechanism: string | null
  /** A topic's id, or `general`. */
  readonly topic: string | null
  readonly withBrackets: boolean
  readonly withComments: boolean
}

/** The whole document as it stands. */
export const WHOLE: View = {
  by: 'topic',
  status: null,
  mechanism: null,
  topic: null,
  withBrackets: false,
  withComments: false,
}

const KEYS = ['by', 'status', 'mechanism', 'topic', 'with']

/** Reads a view from an address. What it doesn't know it leaves out. */
export function readView(query: URLSearchParams): View {
  const kept = (query.get('with') ?? '').split(',')
  return {
    by: ORDERS.find((order) => order === query.get('by')) ?? 'topic',
    status: STATUSES.find((status) => status === query.get('status')) ?? null,
    mechanism: query.get('mechanism'),
    topic: query.get('topic'),
    withBrackets: kept.includes('brackets'),
    withComments: kept.includes('comments'),
  }
}

/** Writes a view into an address, beside what else stands there. */
export function writeView(query: URLSearchParams, view: View): URLSearchParams {
  const next = new URLSearchParams(query)
  for (const key of KEYS) next.delete(key)
  const kept = [...(view.withBrackets ? ['brackets'] : []), ...(view.withComments ? ['comments'] : [])]
  const values = {
    by: view.by === 'topic' ? null : view.by,
    status: view.status,
    mechanism: view.mechanism,
    topic: view.topic,
    with: kept.length === 0 ? null : kept.join(','),
  }
  for (const [key, value] of Object.entries(values)) if (value !== null) next.set(key, value)
  return next
}

/** Counts what leaves items out. */
export function countFilters({ status, mechanism, topic, withBrackets, withComments }: View): number {
  return [status !== null, mechanism !== null, topic !== null, withBrackets, withComments].filter(Boolean)
    .length
}

/** Whether the draft is shown as the document that it is: only then are items moved by hand and made in their place. */
export function isWhole(view: View): boolean {
  return view.by === 'topic' && countFilters(view) === 0
}
