/** How much is logged, from most to least. */
export const logLevels = ['debug', 'info', 'warn', 'error'] as const
export type LogLevel = (typeof logLevels)[number]

type Fields = Record<string, unknown>
type Log = (message: string, fields?: Fields) => void

/** Structured log: one JSON object a line. Fields carry ids and numbers, never names or text of people. */
export type Logger = Record<LogLevel, Log>

/** Makes a logger that drops what is below `level`. */
export function createLogger(level: LogLevel, write: (line: string) => void = writeToStderr): Logger {
  const lowest = logLevels.indexOf(level)
  const log = (own: LogLevel): Log => {
    if (logLevels.indexOf(own) < lowest) return () => {}
    return (message, fields) => write(formatLine(own, message, fields))
  }
  return { debug: log('debug'), info: log('info'), warn: log('warn'), error: log('error') }
}

function formatLine(level: LogLevel, message: string, fields: Fields = {}): string {
  const entry = { time: new Date().toISOString(), level, message, ...fields }
  return JSON.stringify(entry, (_, value) =>
    // JSON leaves an Error's message and stack out.
    value instanceof Error ? { name: value.name, message: value.message, stack: value.stack } : value,
  )
}

// Standard output is for the lines that a person or a script waits for, such as the address.
function writeToStderr(line: string): void {
  process.stderr.write(`${line}\n`)
}
