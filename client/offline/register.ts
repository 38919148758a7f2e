import { appUpdate } from './app-update.ts'
import type { ToWorker } from './messages.ts'

/**
 * Has the browser keep the app on this device, once the page rests. Without a secure context, or where the browser
 * refuses, Minuta needs the network to start, and nothing else changes.
 */
export function keepAppHere(): void {
  if (!window.isSecureContext || !('serviceWorker' in navigator)) return
  const build = document.querySelector<HTMLMetaElement>('meta[name=minuta-build]')?.content ?? ''
  answerWhichBuild(build)
  whenIdle(() => {
    register(build).catch(() => {
      // Private windows and full disks: my menu and the status word promise nothing that needs it.
    })
  })
}

async function register(build: string): Promise<void> {
  const registration = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' })
  appUpdate.follow(registration, build)
  const { active } = await navigator.serviceWorker.ready
  active?.postMessage({ kind: 'begun', loaded: loadedFiles() } satisfies ToWorker)
}

/** What this page has loaded so far; faces and words of its language are not among what every device keeps at once. */
function loadedFiles(): readonly string[] {
  return performance.getEntriesByType('resource').map(({ name }) => name)
}

/** Tells the worker which build this page is of, so that its files stay. */
function answerWhichBuild(build: string): void {
  navigator.serviceWorker.addEventListener('message', ({ ports }: MessageEvent) => {
    ports[0]?.postMessage(build)
  })
  navigator.serviceWorker.startMessages()
}

/** Calls back when the page has loaded and rests: the first words must not wait for what comes later. */
function whenIdle(run: () => void): void {
  const wait = (): void => {
    // Safari has no requestIdleCallback.
    if ('requestIdleCallback' in window) requestIdleCallback(run, { timeout: 10_000 })
    else setTimeout(run, 2000)
  }
  if (document.readyState === 'complete') wait()
  else window.addEventListener('load', wait, { once: true })
}
