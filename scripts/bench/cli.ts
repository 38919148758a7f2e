import process from 'node:process'
import { benchDraft } from './draft/draft.ts'
import { editing } from './editing/editing.ts'
import { benchAlike } from './merge/alike.ts'
import { benchMerge } from './merge/merge.ts'
import { snapshot } from './snapshot/snapshot.ts'
import { soak } from './soak/soak.ts'
import { benchSync } from './sync/bench-sync.ts'

// npm run bench -- sync [scenario …] [--quick] [--rounds n] [--only server,server] [--kills n] [--trace file] [--as-built]
// npm run bench -- snapshot
// npm run bench -- editing [--short]
// npm run bench -- draft [--short]
// npm run bench -- soak [minutes] [seed]
// npm run bench -- alike
// npm run bench -- merge
const [area = '', ...rest] = process.argv.slice(2)
const areas: Readonly<Record<string, (args: readonly string[]) => Promise<number>>> = {
  sync: benchSync,
  snapshot,
  soak,
  editing,
  draft: benchDraft,
  alike: benchAlike,
  merge: benchMerge,
}
const bench = areas[area]
if (bench === undefined) {
  console.error(`Say what to measure: npm run bench -- ${Object.keys(areas).join(' or ')}`)
  process.exit(2)
}
process.exit(await bench(rest))
