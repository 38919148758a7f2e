/** Until a part of a page that did not come is asked for again; at once when the browser says that it is back. */
const AGAIN_MS = 3000

/**
 * Makes a loading that waits out a network that is down: what somebody writes must not give way to a page of trouble
 * because a panel beside it did not come. Code that comes and does not run is a fault, and is thrown.
 */
export function again<Loaded>(load: () => Promise<Loaded>): () => Promise<Loaded> {
  return async () => {
    for (;;) {
      try {
        return await load()
      } catch (error) {
        if (!isNotLoaded(error)) throw error
        await untilAgain()
      }
    }
  }
}

/** Tells what browsers, and the build's own loader of styles, say when a file does not come. */
export function isNotLoaded(error: unknown): boolean {
  return error instanceof Error && /import|module|fetch|preload/i.test(error.message)
}

function untilAgain(): Promise<void> {
  return new Promise((resolve) => {
    const go = (): void => {
      clearTimeout(timer)
      window.removeEventListener('online', go)
      resolve()
    }
    const timer = setTimeout(go, AGAIN_MS)
    window.addEventListener('online', go)
  })
}
