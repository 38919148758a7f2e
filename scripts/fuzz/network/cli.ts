import { runNetwork } from './run.ts'

// npm run fuzz -- network [seeds] [first seed] [steps]
const [seeds = 1000, first = 1, steps = 60] = process.argv.slice(2).map(Number)
const sums = {
  operations: 0,
  restarts: 0,
  powerCuts: 0,
  cuts: 0,
  failedWrites: 0,
  rights: 0,
  promised: 0,
  late: 0,
}
let bad = 0
for (let seed = first; seed < first + seeds; seed++) {
  const result = await runNetwork(seed, steps)
  for (const key of Object.keys(sums) as (keyof typeof sums)[]) sums[key] += result[key]
  if (result.faults.length === 0) continue
  bad++
  if (bad <= 5) console.log(`seed ${seed}: ${result.faults.slice(0, 3).join('\n  ')}`)
}
console.log(`${seeds} seeds from ${first}: ${bad} with faults`, sums)
process.exitCode = bad > 0 ? 1 : 0
