import process from 'node:process'
import { benchSync } from './sync/bench-sync.ts'

// npm run bench -- sync [scenario …] [--quick] [--rounds n] [--only server,server] [--kills n] [--trace file] [--as-built]
const [area, ...rest] = process.argv.slice(2)
if (area !== 'sync') {
  console.error('Say what to measure: npm run bench -- sync')
  process.exit(2)
}
process.exit(await benchSync(rest))
