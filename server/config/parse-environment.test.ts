import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { EnvironmentError } from './environment-error.ts'
import { type Environment, parseEnvironment } from './parse-environment.ts'

function faultsOf(environment: Environment): string[] {
  try {
    parseEnvironment(environment)
  } catch (error) {
    if (error instanceof EnvironmentError) return error.faults
    throw error
  }
  return []
}

test('an empty environment gives the defaults', () => {
  expect(parseEnvironment({ PORT: '', HOST: ' ' })).toEqual({
    port: 4300,
    host: undefined,
    dataDir: resolve('data'),
    publicUrl: undefined,
    tls: undefined,
    trustProxy: false,
    smtpUrl: undefined,
    logLevel: 'info',
    sample: true,
    compress: false,
  })
})

test('every variable is read', () => {
  const environment = {
    PORT: '8080',
    HOST: '127.0.0.1',
    DATA_DIR: '/var/lib/minuta',
    PUBLIC_URL: 'https://minuta.example.org/',
    TRUST_PROXY: 'loopback, 10.0.0.0/8',
    SMTP_URL: 'smtp://mail.example.org',
    LOG_LEVEL: 'debug',
    SAMPLE: 'off',
    COMPRESS: 'on',
  }
  expect(parseEnvironment(environment)).toEqual({
    port: 8080,
    host: '127.0.0.1',
    dataDir: '/var/lib/minuta',
    publicUrl: 'https://minuta.example.org',
    tls: undefined,
    trustProxy: ['loopback', '10.0.0.0/8'],
    smtpUrl: 'smtp://mail.example.org',
    logLevel: 'debug',
    sample: false,
    compress: true,
  })
})

test('all faults are named at once, each with what to set', () => {
  const faults = faultsOf({ PORT: '70000', LOG_LEVEL: 'loud', SAMPLE: 'yes', TLS_CERT: '/cert.pem' })
  expect(faults).toEqual([
    'PORT is "70000". Set a whole number from 0 to 65535, such as PORT=4300.',
    'LOG_LEVEL is "loud". Set one of debug, info, warn, error.',
    'SAMPLE is "yes". Set on or off.',
    'TLS_KEY is not set, but TLS_CERT is. Set both, or neither.',
  ])
})

test('the password in a wrong SMTP_URL is not repeated', () => {
  const [fault] = faultsOf({ SMTP_URL: 'mail://user:secret@example.org' })
  expect(fault).toContain('SMTP_URL is not a mail server address')
  expect(fault).not.toContain('secret')
})

describe('faults by variable', () => {
  test.each([
    ['PORT', 'abc'],
    ['COMPRESS', 'deflate'],
    ['PORT', '-1'],
    ['PORT', '4300.5'],
    ['PUBLIC_URL', 'minuta.example.org'],
    ['PUBLIC_URL', 'ftp://example.org'],
    ['PUBLIC_URL', 'https://example.org/minuta'],
    ['TRUST_PROXY', 'true'],
    ['TRUST_PROXY', '10.0.0.0/33'],
    ['SMTP_URL', 'mail.example.org'],
  ])('%s=%s is refused', (name, value) => {
    expect(faultsOf({ [name]: value })).toHaveLength(1)
  })

  test('TLS files that cannot be read are both named', () => {
    expect(faultsOf({ TLS_CERT: '/nowhere/cert.pem', TLS_KEY: '/nowhere/key.pem' })).toHaveLength(2)
  })

  test('TLS files that hold no certificate are refused', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'minuta-tls-')), 'x.pem')
    writeFileSync(file, 'no certificate')
    expect(faultsOf({ TLS_CERT: file, TLS_KEY: file })[0]).toContain('do not belong together')
  })
})
