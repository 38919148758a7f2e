/** What a page tells the worker. */
export type ToWorker =
  /** The worker that waits takes over. */
  | { readonly kind: 'take-over' }
  /** A page has begun; `loaded`: files that it had before a worker could see it ask. */
  | { readonly kind: 'begun'; readonly loaded: readonly string[] }
  | WhichBuild

/** A question with a port for the answer, from the worker to a page or the other way: the version of one's build. */
export interface WhichBuild {
  readonly kind: 'which-build'
}

/** Reads what came from a page; null: it is nothing that this worker knows, such as a later build's. */
export function parseToWorker(data: unknown): ToWorker | null {
  if (typeof data !== 'object' || data === null || !('kind' in data)) return null
  if (data.kind === 'take-over' || data.kind === 'which-build') return { kind: data.kind }
  if (data.kind !== 'begun' || !('loaded' in data) || !Array.isArray(data.loaded)) return null
  return { kind: 'begun', loaded: data.loaded.filter((each): each is string => typeof each === 'string') }
}

/** A page or a worker, as the other one has it. */
interface Other {
  postMessage(message: unknown, transfer: Transferable[]): void
}

/** Who sleeps does not answer; who is awake does so at once. */
const ANSWER_MS = 1000

/** Asks which build a page or a worker is of; null: it does not say. */
export function askBuild(other: Other): Promise<string | null> {
  const { port1, port2 } = new MessageChannel()
  return new Promise<string | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), ANSWER_MS)
    port1.onmessage = ({ data }) => {
      clearTimeout(timer)
      resolve(typeof data === 'string' ? data : null)
    }
    other.postMessage({ kind: 'which-build' } satisfies WhichBuild, [port2])
  }).finally(() => port1.close())
}
