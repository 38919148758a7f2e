import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { z } from 'zod'
import { type LogLevel, logLevels } from '../log/logger.ts'
import type { Config } from './config.ts'
import { EnvironmentError } from './environment-error.ts'
import { readTlsFiles } from './tls-files.ts'

export type Environment = Record<string, string | undefined>

const environmentSchema = z.object({
  PORT: setting(readPort, 'Set a whole number from 0 to 65535, such as PORT=4300.').prefault('4300'),
  HOST: z.string().optional(),
  DATA_DIR: z.string().default('./data'),
  PUBLIC_URL: setting(
    readOrigin,
    'Set the address people open, without a path, such as PUBLIC_URL=https://minuta.example.org.',
  ).optional(),
  TLS_CERT: z.string().optional(),
  TLS_KEY: z.string().optional(),
  TRUST_PROXY: setting(
    readTrustProxy,
    'Set off, the number of proxies in front of Minuta, or their addresses, such as TRUST_PROXY=1 or TRUST_PROXY=loopback,10.0.0.0/8.',
  ).prefault('off'),
  SMTP_URL: setting(
    readSmtpUrl,
    'Set the address of the mail server, such as SMTP_URL=smtps://user:password@mail.example.org:465.',
  ).optional(),
  LOG_LEVEL: setting(readLogLevel, `Set one of ${logLevels.join(', ')}.`).prefault('info'),
  SAMPLE: setting(readSwitch, 'Set on or off.').prefault('on'),
  COMPRESS: setting(readSwitch, 'Set on or off.').prefault('off'),
})

/**
 * Gives the configuration that the environment asks for, or throws one EnvironmentError that names every
 * fault. An empty variable counts as not set. Relative paths start at the working directory.
 */
export function parseEnvironment(environment: Environment): Config {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = environmentSchema.safeParse(set)
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => describe(issue, set))

  const tls = readTlsFiles(set['TLS_CERT'], set['TLS_KEY'])
  faults.push(...tls.faults)
  if (!parsed.success || faults.length > 0) throw new EnvironmentError(faults)

  const settings = parsed.data
  return {
    port: settings.PORT,
    host: settings.HOST,
    dataDir: resolve(settings.DATA_DIR),
    publicUrl: settings.PUBLIC_URL,
    tls: tls.files,
    trustProxy: settings.TRUST_PROXY,
    smtpUrl: settings.SMTP_URL,
    logLevel: settings.LOG_LEVEL,
    sample: settings.SAMPLE,
    compress: settings.COMPRESS,
  }
}

function describe(issue: z.core.$ZodIssue, set: Environment): string {
  const name = String(issue.path[0])
  // SMTP_URL holds a password: what stands there is never repeated.
  const found = name === 'SMTP_URL' ? 'is not a mail server address' : `is ${JSON.stringify(set[name])}`
  return `${name} ${found}. ${issue.message}`
}

/** A variable whose text `read` understands; where it gives undefined, the advice is the fault. */
function setting<T>(read: (text: string) => T | undefined, advice: string) {
  return z.string().transform((text, context): T => {
    const value = read(text.trim())
    if (value !== undefined) return value
    context.addIssue(advice)
    return z.NEVER
  })
}

function readPort(text: string): number | undefined {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined
}

function readOrigin(text: string): string | undefined {
  const url = parseUrl(text)
  if (!url || !['http:', 'https:'].includes(url.protocol)) return undefined
  const bare = url.pathname === '/' && !url.search && !url.hash && !url.username && !url.password
  return bare ? url.origin : undefined
}

function readTrustProxy(text: string): Config['trustProxy'] | undefined {
  if (text === 'off') return false
  if (/^[1-9]$/.test(text)) return Number(text)
  // "true" is refused on purpose: it lets any caller choose the address it is limited by.
  const addresses = text.split(',').map((address) => address.trim())
  return addresses.every(isProxyAddress) ? addresses : undefined
}

function isProxyAddress(text: string): boolean {
  if (['loopback', 'linklocal', 'uniquelocal'].includes(text)) return true
  const [address = '', bits, ...rest] = text.split('/')
  const version = isIP(address)
  if (version === 0 || rest.length > 0) return false
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128))
}

function readSmtpUrl(text: string): string | undefined {
  const url = parseUrl(text)
  return url && ['smtp:', 'smtps:'].includes(url.protocol) && url.hostname ? text : undefined
}

function readLogLevel(text: string): LogLevel | undefined {
  return logLevels.find((level) => level === text)
}

function readSwitch(text: string): boolean | undefined {
  return text === 'on' ? true : text === 'off' ? false : undefined
}

// URL.parse would do it in one call, but Node 20 has none.
function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined
}
