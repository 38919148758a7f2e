import type { Rooms } from '../sync/rooms.ts'
import type { SyncServer } from '../sync/sync-server.ts'
import type { Metrics } from './metrics.ts'

/** Says what is counted of a running server (design §11). */
export function watchServer(metrics: Metrics, rooms: Rooms, sync: SyncServer): void {
  const gauge = (name: string, help: string, read: () => number): void =>
    metrics.addGauge({ name: `minuta_${name}`, help, read })
  gauge('connections', 'Open sockets.', () => sync.connectionCount)
  gauge('rooms', 'Rooms in memory.', () => rooms.size)
  gauge('storage_trouble', '1 while storage is in trouble.', () => (rooms.committer.trouble === null ? 0 : 1))
  gauge(
    'journal_waiting_rooms',
    'Rooms with something that is not on disk yet.',
    () => rooms.committer.waiting,
  )
  gauge('resident_bytes', 'Memory of the process.', () => process.memoryUsage.rss())
  gauge('heap_bytes', 'Heap in use.', () => process.memoryUsage().heapUsed)
  metrics.addTiming('minuta_tick_seconds', 'Work of the loop in one tick: judging, applying, sending.')
  metrics.addTiming('minuta_commit_seconds', 'One batch of the journal, until it is synced to the disk.')
}
