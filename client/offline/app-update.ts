import { askBuild, type ToWorker } from './messages.ts'

/** How long the next build may take to take over; after that the page is loaded anew all the same. */
const TAKE_OVER_MS = 2000

/** How often a page that stays open asks whether there is a new build. Meetings last for days. */
const LOOK_MS = 60 * 60_000
/** Coming back to the page asks too, but not at every look at it. */
const LOOK_AGAIN_MS = 10 * 60_000

/**
 * Knows whether a newer Minuta is on this device. Invariants:
 * 1. The page is never loaded anew by itself: its reader says when.
 * 2. A first installation is no update, nor is the worker that comes after a page of its own build.
 */
class AppUpdate {
  #registration: ServiceWorkerRegistration | null = null
  #build = ''
  #isThere = false
  #lookedAt = Date.now()
  readonly #listeners = new Set<() => void>()

  /** Whether loading the page anew gives a newer build. */
  readonly read = (): boolean => this.#isThere

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Follows a registration, as long as the page stands; `build`: what the page is of. */
  follow(registration: ServiceWorkerRegistration, build: string): void {
    this.#registration = registration
    this.#build = build
    const followOne = (): void => {
      const { installing } = registration
      installing?.addEventListener('statechange', () => {
        if (installing.state === 'installed') void this.#compare(installing)
      })
    }
    registration.addEventListener('updatefound', followOne)
    followOne()
    if (registration.waiting !== null) void this.#compare(registration.waiting)
    // Another tab had the next build take over, while this page is of the one before.
    navigator.serviceWorker.addEventListener('controllerchange', () => {
      const { controller } = navigator.serviceWorker
      if (controller !== null) void this.#compare(controller)
    })
    this.#lookNowAndThen()
  }

  /** Loads the page anew, in the newest build. The browser asks first where words would be lost. */
  readonly reload = (): void => {
    const waiting = this.#registration?.waiting
    if (waiting == null) {
      location.reload()
      return
    }
    const reloadOnce = (): void => {
      clearTimeout(timer)
      navigator.serviceWorker.removeEventListener('controllerchange', reloadOnce)
      location.reload()
    }
    const timer = setTimeout(reloadOnce, TAKE_OVER_MS)
    navigator.serviceWorker.addEventListener('controllerchange', reloadOnce)
    waiting.postMessage({ kind: 'take-over' } satisfies ToWorker)
  }

  async #compare(worker: ServiceWorker): Promise<void> {
    // The first one: nothing was here before it.
    if (navigator.serviceWorker.controller === null) return
    const isOwn = (await askBuild(worker)) === this.#build
    // The page came from the network ahead of its worker, which may as well begin.
    if (isOwn) worker.postMessage({ kind: 'take-over' } satisfies ToWorker)
    if (isOwn === !this.#isThere) return
    this.#isThere = !isOwn
    for (const listener of [...this.#listeners]) listener()
  }

  #lookNowAndThen(): void {
    setInterval(() => this.#look(), LOOK_MS)
    const handleBack = (): void => {
      const isLong = Date.now() - this.#lookedAt > LOOK_AGAIN_MS
      if (isLong && document.visibilityState === 'visible') this.#look()
    }
    document.addEventListener('visibilitychange', handleBack)
    window.addEventListener('online', handleBack)
  }

  #look(): void {
    this.#lookedAt = Date.now()
    // Without a connection there is nothing new.
    this.#registration?.update().catch(() => undefined)
  }
}

/** The one of this page. */
export const appUpdate = new AppUpdate()
