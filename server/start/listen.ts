import type { Server } from 'node:http'
import type { Config } from '../config/config.ts'
import { StartError } from './start-error.ts'

/** Resolves with the port once the server listens, or rejects with a StartError that says what to change. */
export function listen(server: Server, { port, host }: Pick<Config, 'port' | 'host'>): Promise<number> {
  return new Promise((resolve, reject) => {
    const handleError = (error: NodeJS.ErrnoException) => reject(explain(error, port, host))
    server.once('error', handleError)
    server.listen({ port, host }, () => {
      server.off('error', handleError)
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : port)
    })
  })
}

function explain(error: NodeJS.ErrnoException, port: number, host: string | undefined): Error {
  switch (error.code) {
    case 'EADDRINUSE':
      return new StartError(
        `Minuta did not start: port ${port} is in use by another program.\n` +
          `  Stop that program, or set PORT to a free port, such as PORT=${port + 1} npm start.`,
        error,
      )
    case 'EACCES':
      return new StartError(
        `Minuta did not start: this account may not use port ${port}.\n` +
          '  Set PORT to a number of 1024 or more, such as PORT=4300 npm start.',
        error,
      )
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new StartError(
        `Minuta did not start: ${host} is not an address of this machine.\n` +
          '  Set HOST to one of its addresses, or leave HOST out to listen on all of them.',
        error,
      )
    default:
      return error
  }
}
