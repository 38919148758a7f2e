import type { IncomingMessage } from 'node:http'
import express from 'express'

/** Express' `trust proxy`, as the environment has it. */
type TrustProxy = false | number | string[]

/**
 * Makes what says by which scheme a browser came, for upgrades, which Express never sees: by Express' own judgement of
 * which proxy may say so (X-Forwarded-Proto), so that a socket and a request are never told apart.
 */
export function schemeReader(trustProxy: TrustProxy): (request: IncomingMessage) => 'http' | 'https' {
  const trusts: (address: string | undefined, hop: number) => boolean = express()
    .set('trust proxy', trustProxy)
    .get('trust proxy fn')
  return ({ socket, headers }) => {
    const own = 'encrypted' in socket && socket.encrypted === true ? 'https' : 'http'
    const said = trusts(socket.remoteAddress, 0) ? headers['x-forwarded-proto'] : undefined
    const first = String(said ?? own)
      .split(',')[0]
      ?.trim()
    // Traefik says ws and wss of a socket.
    return first === 'https' || first === 'wss' ? 'https' : 'http'
  }
}
