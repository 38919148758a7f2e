import { describe, expect, it } from 'vitest'
import { Random } from '../scripts/fuzz/random.ts'
import { pageChunks } from './page-chunks.ts'

const APP = '/client/app.tsx'
const FRAME = '/client/shell/meeting-frame.tsx'
const PAGES = [
  FRAME,
  '/client/pages/overview/overview-page.tsx',
  '/client/pages/notes/notes-page.tsx',
  '/client/pages/draft/draft-page.tsx',
  '/client/pages/merge/merge-page.tsx',
  '/client/pages/coverage/coverage-page.tsx',
]

interface Module {
  readonly importedIds: string[]
  readonly dynamicallyImportedIds: string[]
}

/** Modules by what they import at once, and on demand. */
function graph(imports: Record<string, readonly string[]>, later: Record<string, readonly string[]> = {}) {
  const modules = new Map<string, Module>([[APP, { importedIds: [], dynamicallyImportedIds: PAGES }]])
  for (const id of new Set([...PAGES, ...Object.keys(imports), ...Object.keys(later)]))
    modules.set(id, {
      importedIds: [...(imports[id] ?? [])],
      dynamicallyImportedIds: [...(later[id] ?? [])],
    })
  const nameOf = pageChunks(APP, FRAME)
  return (id: string): string | null => nameOf(id, (each) => modules.get(each) ?? null)
}

const [, OVERVIEW = '', NOTES = '', DRAFT = '', MERGE = '', COVERAGE = ''] = PAGES

describe('files of the build', () => {
  it('hold what the same pages need as soon as they are opened', () => {
    const nameOf = graph({
      [NOTES]: ['editor', 'notes-line'],
      [DRAFT]: ['editor', 'item'],
      editor: ['binding'],
    })
    expect(nameOf('binding')).toBe('draft-notes')
    expect(nameOf('editor')).toBe('draft-notes')
    expect(nameOf('notes-line')).toBe('notes')
    expect(nameOf('item')).toBe('draft')
  })

  it('leave to the bundler what comes on demand alone', () => {
    const nameOf = graph({ [DRAFT]: ['menu'] }, { menu: ['dialog'] })
    expect(nameOf('dialog')).toBeNull()
    expect(nameOf('unknown')).toBeNull()
  })

  it('keep apart what a page of another kind may ask for: it does not get all the rest', () => {
    const nameOf = graph({ [DRAFT]: ['item', 'dialog'], [NOTES]: ['opener'] }, { opener: ['dialog'] })
    expect(nameOf('item')).toBe('draft')
    expect(nameOf('dialog')).toBe('draft-later')
  })

  it('hold together what pages that are opened seldom need, and each one’s own apart', () => {
    const nameOf = graph({ [MERGE]: ['row', 'plan'], [COVERAGE]: ['row', 'region'], [OVERVIEW]: ['count'] })
    expect(nameOf('row')).toBe('pages')
    expect(nameOf('plan')).toBe('merge')
    expect(nameOf('region')).toBe('coverage')
    expect(nameOf('count')).toBe('overview')
  })

  it('never need each other, and no page loads one that no page of its kind needs (300 graphs, seed 11)', () => {
    const random = new Random(11)
    for (let run = 0; run < 300; run++) {
      const ids = Array.from({ length: 30 }, (_, index) => `m${index}`)
      // What is imported comes later in the list: there are no rounds of modules.
      const some = (from: number, most: number) =>
        Array.from({ length: random.int(0, most) }, () => random.pick([...ids.slice(from), 'm29']))
      const imports = Object.fromEntries([
        ...PAGES.map((page) => [page, some(0, 5)] as const),
        ...ids.map((id, index) => [id, some(index + 1, 2)] as const),
      ])
      const later = Object.fromEntries(ids.map((id) => [id, random.chance(0.2) ? some(0, 2) : []] as const))
      const nameOf = graph(imports, later)
      const needs = new Map<string, Set<string>>()
      for (const [id, imported] of Object.entries(imports)) {
        const from = nameOf(id)
        for (const to of imported.map(nameOf))
          if (from !== null && to !== null && to !== from)
            needs.set(from, (needs.get(from) ?? new Set()).add(to))
      }
      const reach = (name: string): Set<string> => {
        const found = new Set(needs.get(name))
        for (const next of found) for (const to of needs.get(next) ?? []) found.add(to)
        return found
      }
      for (const name of needs.keys()) expect(reach(name), `run ${run}: ${name}`).not.toContain(name)
      for (const page of PAGES.slice(1)) {
        const kind = /(\w+)-page/.exec(page)?.[1] ?? ''
        const own = nameOf(page) ?? ''
        const kinds = [kind, kind === 'merge' || kind === 'coverage' ? 'pages' : kind, 'frame']
        for (const name of [own, ...reach(own)])
          expect(
            name.split('-').some((part) => kinds.includes(part)),
            `run ${run}: ${page} loads ${name}`,
          ).toBe(true)
      }
    }
  })
})
