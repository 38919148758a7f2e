import { IncomingMessage } from 'node:http'
import { Socket } from 'node:net'
import { describe, expect, it } from 'vitest'
import { originAllowed, signInOf } from './caller.ts'
import { schemeReader } from './scheme.ts'

const TOKEN = 't'.repeat(43)
const PLANTED = 'p'.repeat(43)

describe('the origin of a request', () => {
  it.each<[string, string, 'http' | 'https', string | undefined, boolean]>([
    ['this host over the same scheme', 'http://minuta.example', 'http', undefined, true],
    ['this host over https', 'https://minuta.example', 'https', undefined, true],
    [
      'this host over http, where it is served over https',
      'http://minuta.example',
      'https',
      undefined,
      false,
    ],
    [
      'this host over https, where it is served over http',
      'https://minuta.example',
      'http',
      undefined,
      false,
    ],
    ['the public address, behind a proxy', 'https://minuta.example', 'http', 'https://minuta.example', true],
    ['the public host over http', 'http://minuta.example', 'https', 'https://minuta.example', false],
    ['another host', 'http://evil.example', 'http', undefined, false],
    ['another port', 'http://minuta.example:8080', 'http', undefined, false],
    ['no address', 'null', 'http', undefined, false],
  ])('of %s', (_, origin, scheme, publicUrl, allowed) => {
    const headers = { origin, host: 'minuta.example' }
    expect(originAllowed({ headers }, scheme, publicUrl)).toBe(allowed)
  })

  it('is not needed by a script that names its token', () => {
    expect(originAllowed({ headers: { authorization: `Bearer ${TOKEN}` } }, 'http', undefined)).toBe(true)
    expect(originAllowed({ headers: { cookie: `minuta=${TOKEN}` } }, 'http', undefined)).toBe(false)
  })
})

describe('the cookie of a sign-in', () => {
  it('on https is the one that no subdomain can plant, and no other', () => {
    const planted = `minuta=${PLANTED}`
    expect(signInOf({ headers: { cookie: `${planted}; __Host-minuta=${TOKEN}` } }, true)).toBe(TOKEN)
    expect(signInOf({ headers: { cookie: planted } }, true)).toBeNull()
  })

  it('on plain http has the plain name', () => {
    expect(signInOf({ headers: { cookie: `other=1; minuta=${TOKEN}` } }, false)).toBe(TOKEN)
  })
})

describe('the scheme of an upgrade', () => {
  function upgrade(from: string, proto?: string, encrypted = false): IncomingMessage {
    const socket = Object.defineProperties(new Socket(), {
      remoteAddress: { value: from },
      ...(encrypted && { encrypted: { value: true } }),
    })
    const request = new IncomingMessage(socket)
    if (proto !== undefined) request.headers['x-forwarded-proto'] = proto
    return request
  }

  it.each<[string, false | number | string[], IncomingMessage, 'http' | 'https']>([
    ['is the socket’s own', false, upgrade('10.0.0.1'), 'http'],
    ['is the socket’s own on TLS', false, upgrade('10.0.0.1', undefined, true), 'https'],
    ['is not what anybody says', false, upgrade('10.0.0.1', 'https'), 'http'],
    ['is what the one proxy in front says', 1, upgrade('10.0.0.1', 'https'), 'https'],
    ['is what a trusted proxy says, first word', ['10.0.0.0/8'], upgrade('10.0.0.1', 'https, http'), 'https'],
    ['is what a trusted proxy says of a socket', ['10.0.0.0/8'], upgrade('10.0.0.1', 'wss'), 'https'],
    ['is not what another address says', ['10.0.0.0/8'], upgrade('192.0.2.1', 'https'), 'http'],
  ])('%s', (_, trustProxy, request, scheme) => {
    expect(schemeReader(trustProxy)(request)).toBe(scheme)
  })
})
