import { killRounds } from './kill-rounds.ts'

// npm run kills -- [rounds] [seed]
const [rounds = 20, seed = 1] = process.argv.slice(2).map(Number)
const result = await killRounds(rounds, seed)
console.log(`${result.rounds} kills, ${result.received} characters received by the other client`)
console.log(`missing: ${result.missing.length}, doubled: ${result.doubled.length}`)
process.exit(result.missing.length + result.doubled.length > 0 ? 1 : 0)
