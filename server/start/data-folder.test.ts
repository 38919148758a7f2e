import { chmodSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDataFolder } from './data-folder.ts'

let parent = ''
let folder = ''
let open: string[] = []

beforeEach(() => {
  parent = mkdtempSync(join(tmpdir(), 'minuta-folder-'))
  folder = join(parent, 'data')
  open = []
})

afterEach(() => rmSync(parent, { recursive: true, force: true }))

const modeOf = (path: string): number => statSync(join(folder, path)).mode & 0o777

it('a new data folder is for this account alone', () => {
  openDataFolder(folder, (path) => open.push(path))
  expect([modeOf('.'), open]).toEqual([0o700, []])
})

it('one that was open to everybody is closed, with the journal and the registry in it', () => {
  mkdirSync(join(folder, 'registry'), { recursive: true })
  const files = [
    'journal.sqlite',
    'journal.sqlite-wal',
    'registry/registry.json',
    'registry/registry.json.last',
  ]
  for (const file of files) {
    writeFileSync(join(folder, file), '')
    chmodSync(join(folder, file), 0o644)
  }
  chmodSync(join(folder, 'registry'), 0o755)
  chmodSync(folder, 0o755)
  openDataFolder(folder, (path) => open.push(path))
  expect([modeOf('.'), modeOf('registry'), ...files.map(modeOf)]).toEqual([
    ...[0o700, 0o700],
    ...files.map(() => 0o600),
  ])
  expect(open).toEqual([])
})

it('what can’t be closed is named, and does not keep Minuta from starting', () => {
  mkdirSync(folder)
  // Leads nowhere, because tests may run as root, who may change the rights of every file.
  symlinkSync(join(parent, 'nowhere'), join(folder, 'journal.sqlite'))
  openDataFolder(folder, (path) => open.push(path))
  expect(open).toEqual([join(folder, 'journal.sqlite')])
})
