// What the worker uses of its global scope. TypeScript's own library for workers cannot stand beside that for pages.

interface WorkerClient {
  postMessage(message: unknown, transfer: Transferable[]): void
}

interface Waiting extends Event {
  waitUntil(promise: Promise<unknown>): void
}

interface Fetching extends Waiting {
  readonly request: Request
  respondWith(response: Promise<Response>): void
}

interface Messaging extends Waiting {
  readonly data: unknown
  readonly ports: readonly MessagePort[]
}

export interface WorkerScope {
  readonly location: { readonly origin: string }
  readonly registration: Pick<ServiceWorkerRegistration, 'installing' | 'waiting'>
  readonly clients: {
    claim(): Promise<void>
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<readonly WorkerClient[]>
  }
  skipWaiting(): Promise<void>
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void
  addEventListener(type: 'message', listener: (event: Messaging) => void): void
}

/** What the build writes at the head of the worker: which build it belongs to, and what is kept at once. */
export interface BuildFacts {
  readonly version: string
  readonly files: readonly string[]
}
