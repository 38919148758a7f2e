import { OPERATION_WEIGHTS } from './operations.ts'
import { FAULTS } from './oracle.ts'
import { type RunResult, runSeed } from './run.ts'

// npm run fuzz -- text [seeds] [first seed] [operations]
const [seeds = 5000, first = 1, operations = 40] = process.argv.slice(2).map(Number)
const results: RunResult[] = []
let thrown = 0
for (let seed = first; seed < first + seeds; seed++) {
  try {
    results.push(runSeed(seed, { operations }))
  } catch (error) {
    thrown++
    if (thrown <= 5) console.error(String(error instanceof Error ? error.stack : error).slice(0, 3000))
    else if (thrown === 6) console.error('… more')
  }
}
console.log(`${seeds} seeds from ${first}, ${operations} operations each; ${thrown} broke off`)
for (const kind of Object.keys(OPERATION_WEIGHTS) as (keyof typeof OPERATION_WEIGHTS)[]) {
  console.log(
    `  ${kind.padEnd(16)} ${results.reduce((sum, result) => sum + (result.operations[kind] ?? 0), 0)}`,
  )
}
console.log(
  `  characters ${sum((r) => r.chars)}, anchors ${sum((r) => r.anchors)}, brought back twice ${sum((r) => r.broughtBackTwice)}`,
)
for (const fault of FAULTS) {
  const found = results.flatMap((result) =>
    result.faults.filter((f) => f.fault === fault).map((f) => `${result.seed}: ${f.detail}`),
  )
  console.log(`  ${fault.padEnd(16)} ${found.length}  ${found.slice(0, 4).join(' | ')}`)
}
process.exitCode = thrown > 0 || results.some((result) => result.faults.length > 0) ? 1 : 0

function sum(of: (result: RunResult) => number): number {
  return results.reduce((total, result) => total + of(result), 0)
}
