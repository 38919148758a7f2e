import { runWire } from './run.ts'

// npx tsx scripts/fuzz/wire/cli.ts [inputs] [first seed]
const [inputs = 1_000_000, first = 1] = process.argv.slice(2).map(Number)
const INPUTS_A_SEED = 5000
let slowestMs = 0
for (let seed = first; (seed - first) * INPUTS_A_SEED < inputs; seed++) {
  try {
    slowestMs = Math.max(slowestMs, runWire(seed, INPUTS_A_SEED).slowestMs)
  } catch (error) {
    process.exitCode = 1
    console.error(error)
  }
}
console.log(`${inputs} inputs from seed ${first}; the slowest took ${Math.round(slowestMs)} ms`)
