import { posix } from 'node:path'
import { type LayerRow, type Side, sides } from './layer-table.ts'

/** A source file: its path from the project's root and its text. */
export interface SourceFile {
  path: string
  text: string
}

const importPattern = /\b(?:from|import)\s*\(?\s*(['"])([^'"\n]+)\1/g

/** Gives one sentence for each import that the tables do not allow, and for each row without a folder. */
export function checkImports(files: SourceFile[], rows: LayerRow[]): string[] {
  const paths = new Set(files.map((file) => file.path))
  const faults = files.flatMap((file) =>
    importsOf(file).flatMap((name) => checkImport(file.path, name, paths, rows)),
  )
  const stale = rows.filter(({ folder }) => ![...paths].some((path) => isInside(path, folder)))
  const homeless = files.filter(({ path }) => sideOf(path) && !isTest(path) && !rowOf(path, rows))
  return [
    ...faults,
    ...stale.map(({ folder }) => `${folder} stands in a table but holds no file: take the row out`),
    ...homeless.map(({ path }) => `${path} is in no table: add its folder to ${sideOf(path)}/README.md`),
  ]
}

function importsOf({ text }: SourceFile): string[] {
  return [...text.matchAll(importPattern)].map((match) => match[2] ?? '')
}

function checkImport(path: string, name: string, paths: Set<string>, rows: LayerRow[]): string[] {
  const side = sideOf(path)
  // scripts stand outside the product and may use any part of it.
  if (!side) return []
  if (!name.startsWith('.')) {
    const runsOnNode = side === 'server' || isTest(path) || path.endsWith('.config.ts')
    const nodeOnly = name.startsWith('node:') && !runsOnNode
    return nodeOnly ? [`${path} imports ${name}, which a browser does not have`] : []
  }
  const target = posix.join(posix.dirname(path), name.replace(/\?.*$/, ''))
  if (!paths.has(target)) return [`${path} imports ${name}, which is no file: name it with its ending`]
  const reason = isTest(path) ? testRefusal(side, target) : refusal(path, side, target, rows)
  return reason ? [`${path} may not import ${target}: ${reason}`] : []
}

/** Tests and testing folders may use anything of their own side, of shared and of scripts. */
function testRefusal(side: Side, target: string): string | undefined {
  const top = target.split('/')[0]
  return top === side || top === 'shared' || top === 'scripts'
    ? undefined
    : `a test of ${side} stays out of ${top}`
}

function refusal(path: string, side: Side, target: string, rows: LayerRow[]): string | undefined {
  if (isTest(target)) return 'only tests use what is made for tests'
  const targetSide = sideOf(target)
  if (targetSide !== side && targetSide !== 'shared') return `${side} imports only itself and shared`
  const own = rowOf(path, rows)
  // A file in no table is reported once, not for each import.
  if (!own || own.mayImport === undefined) return undefined
  const targetFolder = rowOf(target, rows)?.folder
  if (targetFolder === own.folder) return undefined
  if (own.mayImport.some((allowed) => isInside(target, allowed))) return undefined
  return `the table in ${side}/README.md does not allow it for ${own.folder}`
}

/** The row of the nearest folder; a side's own row holds the files directly in it, not its folders. */
function rowOf(path: string, rows: LayerRow[]): LayerRow | undefined {
  return rows
    .filter(({ folder }) => (isSide(folder) ? posix.dirname(path) === folder : isInside(path, folder)))
    .sort((a, b) => b.folder.length - a.folder.length)[0]
}

function sideOf(path: string): Side | undefined {
  const top = path.split('/')[0]
  return sides.find((side) => side === top)
}

function isSide(folder: string): boolean {
  return sides.some((side) => side === folder)
}

function isInside(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`)
}

/** Tells whether a file is a test or support made for tests. */
export function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path) || path.includes('/testing/')
}
