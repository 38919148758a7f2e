import process from 'node:process'

// npm run fuzz -- text|network|wire [seeds] [first seed] [steps]
const [kind, ...rest] = process.argv.slice(2)
if (kind !== 'text' && kind !== 'network' && kind !== 'wire') {
  console.error('Say which: npm run fuzz -- text, network or wire, then how many seeds and the first')
  process.exit(2)
}
process.argv = [...process.argv.slice(0, 2), ...rest]
await import(`./${kind}/cli.ts`)
