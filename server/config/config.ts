import type { LogLevel } from '../log/logger.ts'

/** What the environment decides, checked and typed. */
export interface Config {
  /** 0 lets the system choose a free port. */
  port: number
  /** The address to listen on; undefined is every address of this machine. */
  host: string | undefined
  /** Absolute path. */
  dataDir: string
  /** Origin without a trailing slash, as people reach Minuta from outside; undefined if nobody said. */
  publicUrl: string | undefined
  tls: { cert: Buffer; key: Buffer } | undefined
  /** Express' `trust proxy`: false, a number of proxies in front, or their addresses. */
  trustProxy: false | number | string[]
  smtpUrl: string | undefined
  logLevel: LogLevel
  /** An empty data folder gets the sample meeting. */
  sample: boolean
  /** What is sent live is compressed for those who offer it. */
  compress: boolean
}
