import { EnvironmentError } from './config/environment-error.ts'
import { parseEnvironment } from './config/parse-environment.ts'
import { createLogger } from './log/logger.ts'
import { startMinuta } from './minuta.ts'
import { StartError } from './start/start-error.ts'

// The edge of the process: environment in, lines, signals and exit codes out.
process.setSourceMapsEnabled(true)
// Before any file is made: what is noted in confidence is for this account alone.
process.umask(0o077)

async function main(): Promise<void> {
  const config = parseEnvironment(process.env)
  const log = createLogger(config.logLevel)
  const minuta = await startMinuta(config, log)

  // Before anything is printed: whoever reads that it is ready may end it at once.
  const stop = async (signal: string) => {
    log.info('Stopping', { signal })
    await minuta.close()
    process.exit(0)
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)

  const { here, network } = minuta.addresses
  for (const warning of minuta.warnings) console.log(warning)
  if (minuta.chairLink !== null) console.log(`Chair link: ${minuta.chairLink}`)
  else if (minuta.isEmpty)
    console.log('There is no meeting yet. Start with SAMPLE=on to get a sample meeting.')
  console.log(`Minuta is ready at ${here}`)
  if (network) console.log(`On this network: ${network}`)
  log.info('Started', { port: minuta.port })
}

main().catch((error: unknown) => {
  // What the operator can put right is said in plain words; anything else is a bug and shows its stack.
  const expected = error instanceof StartError || error instanceof EnvironmentError
  console.error(expected ? error.message : error)
  process.exit(1)
})
