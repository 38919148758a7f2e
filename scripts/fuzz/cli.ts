import process from 'node:process'

// npm run fuzz -- text|network [seeds] [first seed] [steps]
const [kind, ...rest] = process.argv.slice(2)
if (kind !== 'text' && kind !== 'network') {
  console.error(
    'Say which: npm run fuzz -- text [seeds] [first seed], or npm run fuzz -- network [seeds] [first seed]',
  )
  process.exit(2)
}
process.argv = [...process.argv.slice(0, 2), ...rest]
await import(`./${kind}/cli.ts`)
