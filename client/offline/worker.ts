import { BuildCache } from './build-cache.ts'
import { howServed } from './how-served.ts'
import { askBuild, parseToWorker } from './messages.ts'
import type { BuildFacts, WorkerScope } from './worker-scope.ts'

// The service worker: it keeps the app's files on this device, so that Minuta opens without a network. Texts are not
// here but in the rooms' own caches. The build bundles this file as /sw.js and writes MINUTA_BUILD before it.

declare const MINUTA_BUILD: BuildFacts

const scope = self as unknown as WorkerScope
const cache = new BuildCache(MINUTA_BUILD, {
  origin: scope.location.origin,
  caches,
  fetch: (input, init) => fetch(input, init),
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
})

// No `skipWaiting` here: a new build waits until the reader says so, or until no page of the old one is open.
scope.addEventListener('install', (event) => event.waitUntil(cache.fill()))

scope.addEventListener('activate', (event) => {
  event.waitUntil(scope.clients.claim())
})

scope.addEventListener('fetch', (event) => {
  const { request } = event
  const served = howServed(request, scope.location.origin)
  if (served !== 'untouched') event.respondWith(cache[served](request))
})

scope.addEventListener('message', (event) => {
  const message = parseToWorker(event.data)
  if (message?.kind === 'which-build') event.ports[0]?.postMessage(MINUTA_BUILD.version)
  if (message?.kind === 'take-over') event.waitUntil(scope.skipWaiting())
  if (message?.kind === 'begun')
    event.waitUntil(Promise.all([cache.keepLoaded(message.loaded), cache.tidy(openBuilds)]))
})

/** Asks every page which build it is of; null: one does not say, or a newer build is coming and has its cache already. */
async function openBuilds(): Promise<readonly string[] | null> {
  const pages = await scope.clients.matchAll({ type: 'window', includeUncontrolled: true })
  const answers = await Promise.all(pages.map(askBuild))
  const { installing, waiting } = scope.registration
  if (installing !== null || waiting !== null || answers.includes(null)) return null
  return answers.filter((answer) => answer !== null)
}
