/** What Chromium tells a page that could be installed; other browsers have their own menus for it. */
interface InstallEvent extends Event {
  prompt(): Promise<unknown>
}

/** Keeps the browser's offer to install Minuta, until the reader asks for it. */
class InstallPrompt {
  #offer: InstallEvent | null = null
  readonly #listeners = new Set<() => void>()

  constructor() {
    // The browser offers once, early: whoever listens later never hears of it.
    window.addEventListener('beforeinstallprompt', (event) => {
      // Its own strip at the foot of a phone would cover the text.
      event.preventDefault()
      this.#set(event as InstallEvent)
    })
    window.addEventListener('appinstalled', () => {
      this.#set(null)
      // What is kept on this device then counts as wanted: it is not cleared away for want of space.
      navigator.storage?.persist?.().catch(() => undefined)
    })
  }

  readonly canInstall = (): boolean => this.#offer !== null

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Has the browser ask whether to install; it may be asked once only. */
  readonly install = (): void => {
    this.#offer?.prompt().catch(() => undefined)
    this.#set(null)
  }

  #set(offer: InstallEvent | null): void {
    this.#offer = offer
    for (const listener of [...this.#listeners]) listener()
  }
}

/** The one of this page. */
export const installPrompt = new InstallPrompt()
