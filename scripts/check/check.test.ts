import { describe, expect, test } from 'vitest'
import { checkImports } from './check-imports.ts'
import { checkLengths } from './check-lengths.ts'
import { parseLayerTable } from './layer-table.ts'

const rows = [
  ...parseLayerTable(
    'shared',
    '| folder | may import |\n|---|---|\n| `text` | nothing |\n| `merge` | `text` |',
  ),
  ...parseLayerTable(
    'client',
    'Words.\n\n| Folder | May import | holds |\n|---|---|---|\n| `ui` | `shared/text` | x |',
  ),
  ...parseLayerTable(
    'server',
    '| folder | may import |\n|---|---|\n| `.` | everything |\n| `http` | `log` |\n| `log` | nothing |',
  ),
]

/** Files of a small project that keeps every rule, with one file added or replaced. */
function faultsWith(path: string, text: string): string[] {
  const project: Record<string, string> = {
    'shared/text/a.ts': '',
    'shared/merge/m.ts': "import { a } from '../text/a.ts'",
    'client/ui/u.tsx': "import { a } from '../../shared/text/a.ts'\nimport './u.css'",
    'client/ui/u.css': '',
    'server/main.ts': "import { h } from './http/h.ts'\nconst l = await import('./log/l.ts')",
    'server/http/h.ts': "import { l } from '../log/l.ts'\nimport 'node:fs'",
    'server/log/l.ts': '',
    'server/log/testing/fake.ts': '',
    [path]: text,
  }
  return checkImports(
    Object.entries(project).map(([path, text]) => ({ path, text })),
    rows,
  )
}

test('a project that keeps to its tables has no fault', () => {
  expect(faultsWith('scripts/x.ts', "import '../client/ui/u.tsx'\nimport '../server/main.ts'")).toEqual([])
})

describe('refuses', () => {
  test.each([
    [
      'a folder its row does not name',
      'server/log/l.ts',
      "import '../http/h.ts'",
      'does not allow it for server/log',
    ],
    ['the same by import()', 'server/log/l.ts', "await import('../http/h.ts')", 'does not allow it'],
    ['the same by export from', 'server/log/l.ts', "export { h } from '../http/h.ts'", 'does not allow it'],
    [
      'server in client',
      'client/ui/u.tsx',
      "import '../../server/main.ts'",
      'client imports only itself and shared',
    ],
    [
      'client in server',
      'server/main.ts',
      "import '../client/ui/u.tsx'",
      'server imports only itself and shared',
    ],
    [
      'client in a test of server',
      'server/log/l.test.ts',
      "import '../../client/ui/u.tsx'",
      'stays out of client',
    ],
    ['server in shared', 'shared/text/a.ts', "import '../../server/log/l.ts'", 'shared imports only itself'],
    ['scripts in the product', 'server/main.ts', "import '../scripts/x.ts'", 'is no file'],
    ['test support in production code', 'server/main.ts', "import './log/testing/fake.ts'", 'made for tests'],
    ['Node modules in a browser', 'client/ui/u.tsx', "import 'node:fs'", 'a browser does not have'],
    ['a path without its ending', 'server/main.ts', "import './http/h'", 'name it with its ending'],
    ['a folder in no table', 'server/new/n.ts', '', 'add its folder to server/README.md'],
  ])('%s', (_, path, text, expected) => {
    const faults = faultsWith(path, text)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toContain(expected)
  })

  test('a row whose folder holds no file', () => {
    const stale = [...rows, { folder: 'server/gone', mayImport: [] }]
    expect(checkImports([{ path: 'server/log/l.ts', text: '' }], stale)).toContain(
      'server/gone stands in a table but holds no file: take the row out',
    )
  })

  test('a README without a table', () => {
    expect(() => parseLayerTable('server', '# Server')).toThrow('server/README.md has no table')
  })
})

test('a test may use test support and its whole side', () => {
  expect(faultsWith('server/log/l.test.ts', "import './testing/fake.ts'\nimport '../http/h.ts'")).toEqual([])
})

test('a file over 400 lines and a test over 600 are refused', () => {
  const lines = (count: number) => 'x\n'.repeat(count)
  const files = [
    { path: 'server/a.ts', text: lines(400) },
    { path: 'server/b.ts', text: lines(401) },
    { path: 'server/c.test.ts', text: lines(600) },
    { path: 'server/d.test.ts', text: lines(601) },
  ]
  expect(checkLengths(files).map((fault) => fault.split(' ')[0])).toEqual(['server/b.ts', 'server/d.test.ts'])
})
