import type { Server } from 'node:http'

/** Long enough for an answer under way, short enough for a service manager that kills after ten seconds. */
const graceMs = 5_000

/** Stops accepting, lets answers under way finish, and resolves when every connection is closed. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const forced = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(forced)
      resolve()
    })
    // Since Node 19 close() ends idle keep-alive connections itself.
  })
}
