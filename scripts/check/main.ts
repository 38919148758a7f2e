import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from '../setup/project-root.mjs'
import { checkImports, type SourceFile } from './check-imports.ts'
import { checkLengths } from './check-lengths.ts'
import { parseLayerTable, sides } from './layer-table.ts'

const files = [...sides, 'scripts'].flatMap(readSources)
const rows = sides.flatMap((side) =>
  parseLayerTable(side, readFileSync(join(projectRoot, side, 'README.md'), 'utf8')),
)
const code = files.filter(({ path }) => /\.(ts|tsx|mjs)$/.test(path))
// Imported styles and pictures count as files to import, but import nothing themselves.
const others = files.filter((file) => !code.includes(file)).map(({ path }) => ({ path, text: '' }))
const faults = [
  ...checkImports([...code, ...others], rows),
  ...checkLengths(files.filter(({ path }) => /\.(ts|tsx|mjs|css)$/.test(path))),
]

for (const fault of faults) console.error(fault)
console.log(faults.length === 0 ? `${files.length} files keep to the tables` : `${faults.length} faults`)
process.exitCode = faults.length === 0 ? 0 : 1

function readSources(folder: string): SourceFile[] {
  return (
    readdirSync(join(projectRoot, folder), { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs|css|json|svg)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      // What the benches install beside them is nobody's source here.
      .filter((path) => !path.includes('/.peers/'))
      .map((path) => ({
        path: relative(projectRoot, path).replaceAll('\\', '/'),
        text: readFileSync(path, 'utf8'),
      }))
  )
}
