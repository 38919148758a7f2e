/** The parts of the project whose imports are held to a table. */
export const sides = ['shared', 'client', 'server'] as const
export type Side = (typeof sides)[number]

/** What the files of one folder may import, as paths from the project's root; `undefined` allows their whole side and shared. */
export interface LayerRow {
  folder: string
  mayImport: string[] | undefined
}

/**
 * Reads the table headed `folder | may import` out of a README. Folders are named from the README's own
 * side, those of shared as `shared/...`; `.` is the side's own files, `nothing` and `everything` are words.
 */
export function parseLayerTable(side: Side, readme: string): LayerRow[] {
  const lines = readme.split('\n')
  const head = lines.findIndex(
    (line) => cellsOf(line).slice(0, 2).join('|').toLowerCase() === 'folder|may import',
  )
  if (head < 0) throw new Error(`${side}/README.md has no table with the columns "folder" and "may import"`)
  const rows: LayerRow[] = []
  // The line below the head is the ruler of dashes.
  for (const line of lines.slice(head + 2)) {
    const [folder, allowed] = cellsOf(line)
    if (folder === undefined || allowed === undefined) break
    rows.push({ folder: fromRoot(side, folder), mayImport: parseAllowed(side, allowed) })
  }
  return rows
}

function cellsOf(line: string): string[] {
  if (!line.trim().startsWith('|')) return []
  const cells = line.trim().replace(/^\||\|$/g, '')
  return cells.split('|').map((cell) => cell.replaceAll('`', '').trim())
}

function parseAllowed(side: Side, cell: string): string[] | undefined {
  if (cell === 'everything') return undefined
  if (cell === 'nothing') return []
  return cell.split(',').map((name) => fromRoot(side, name.trim()))
}

function fromRoot(side: Side, name: string): string {
  if (name === '.') return side
  return name === 'shared' || name.startsWith('shared/') ? name : `${side}/${name}`
}
