import { openRoomCache } from './room-cache.ts'
import type { SocketClass } from './sync-socket.ts'

/** What a room's client hears of its page. */
export interface PageEvents {
  /** Something speaks for trying again at once. */
  readonly wake: () => void
  readonly lostNetwork: () => void
  /** Whether the page may be left without a warning. */
  readonly mayLeave: () => boolean
}

/** What a room's client needs of the world around it; tests bring another one. */
export interface RoomPorts {
  /** Where rooms are, without the room's name. */
  readonly url: string
  readonly WebSocket: SocketClass
  readonly openCache: typeof openRoomCache
  readonly now: () => number
  readonly listen: (events: PageEvents) => () => void
}

/** The browser as it is. */
export function browserPorts(): RoomPorts {
  return {
    url: `${location.origin.replace(/^http/, 'ws')}/sync`,
    WebSocket,
    openCache: openRoomCache,
    now: () => Date.now(),
    listen: listenToPage,
  }
}

function listenToPage({ wake, lostNetwork, mayLeave }: PageEvents): () => void {
  const handleVisibility = (): void => {
    if (document.visibilityState === 'visible') wake()
  }
  const handleLeave = (event: BeforeUnloadEvent): void => {
    if (!mayLeave()) event.preventDefault()
  }
  document.addEventListener('visibilitychange', handleVisibility)
  // Thawed after a long sleep, or shown again from the browser's memory: timers stood still, and sockets are gone.
  document.addEventListener('resume', wake)
  window.addEventListener('pageshow', wake)
  window.addEventListener('online', wake)
  window.addEventListener('offline', lostNetwork)
  window.addEventListener('beforeunload', handleLeave)
  return () => {
    document.removeEventListener('visibilitychange', handleVisibility)
    document.removeEventListener('resume', wake)
    window.removeEventListener('pageshow', wake)
    window.removeEventListener('online', wake)
    window.removeEventListener('offline', lostNetwork)
    window.removeEventListener('beforeunload', handleLeave)
  }
}
