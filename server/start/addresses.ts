import { networkInterfaces } from 'node:os'
import type { Config } from '../config/config.ts'

/** The addresses to print: the one to open here, and the one that a phone in the room can reach, if any. */
export function reachableAddresses(
  config: Pick<Config, 'host' | 'publicUrl' | 'tls'>,
  port: number,
  interfaces: ReturnType<typeof networkInterfaces> = networkInterfaces(),
): { here: string; network: string | undefined } {
  if (config.publicUrl) return { here: config.publicUrl, network: undefined }
  const scheme = config.tls ? 'https' : 'http'
  const address = (host: string) => `${scheme}://${host}:${port}`

  const { host } = config
  const everywhere = host === undefined || host === '0.0.0.0' || host === '::'
  if (!everywhere) return { here: address(host.includes(':') ? `[${host}]` : host), network: undefined }
  const lan = Object.values(interfaces)
    .flatMap((list) => list ?? [])
    // 169.254 is what a machine gives itself when no network answered: no phone reaches it.
    .find((entry) => entry.family === 'IPv4' && !entry.internal && !entry.address.startsWith('169.254.'))
  return { here: address('localhost'), network: lan ? address(lan.address) : undefined }
}
