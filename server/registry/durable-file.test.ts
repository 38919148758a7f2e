import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { z } from 'zod'
import { DamagedFile, DurableFile } from './durable-file.ts'

const shape = z.object({ n: z.number() })
let folder = ''
let copyRead: string[] = []

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minuta-file-'))
  copyRead = []
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

function file(): DurableFile<{ n: number }> {
  return new DurableFile(join(folder, 'sub', 'r.json'), shape, (path) => copyRead.push(path))
}

it('[JR6] what was written is read back, by another adapter too', async () => {
  expect(await file().read()).toBeNull()
  await file().write({ n: 1 })
  await file().write({ n: 2 })
  expect(await file().read()).toEqual({ n: 2 })
  expect(readdirSync(join(folder, 'sub')).sort()).toEqual(['r.json', 'r.json.last'])
})

it.each([
  ['cut', '{"n":'],
  ['of another shape', '{"n":"two"}'],
  ['empty', ''],
])('[JR6] a file that is %s is read from the last good copy, and said', async (_, text) => {
  await file().write({ n: 1 })
  await file().write({ n: 2 })
  writeFileSync(join(folder, 'sub', 'r.json'), text)
  expect(await file().read()).toEqual({ n: 1 })
  expect(copyRead).toHaveLength(1)
})

it('[JR6] a damaged file never becomes the last good copy', async () => {
  await file().write({ n: 1 })
  await file().write({ n: 2 })
  writeFileSync(join(folder, 'sub', 'r.json'), 'x')
  await file().write({ n: 3 })
  expect(JSON.parse(readFileSync(join(folder, 'sub', 'r.json.last'), 'utf8'))).toEqual({ n: 1 })
})

it('[JR6] when both are damaged it says what to do', async () => {
  await file().write({ n: 1 })
  writeFileSync(join(folder, 'sub', 'r.json'), 'x')
  await expect(file().read()).rejects.toThrow(DamagedFile)
  await expect(file().read()).rejects.toThrow(/backup/)
  // Nobody is told that a copy was read.
  expect(copyRead).toEqual([])
})

it('[JR6] a file that can’t be read is named with the reason, and its copy is not taken for the truth', async () => {
  await file().write({ n: 1 })
  await file().write({ n: 2 })
  rmSync(join(folder, 'sub', 'r.json'))
  // A folder in its place, because tests may run as root, whom no permission stops.
  mkdirSync(join(folder, 'sub', 'r.json'))
  await expect(file().read()).rejects.toThrow(DamagedFile)
  await expect(file().read()).rejects.toThrow(/r\.json can't be read \(EISDIR\)\. Give/)
  expect(copyRead).toEqual([])
})

it('[JR6] a write that was cut short before the rename leaves the old file', async () => {
  await file().write({ n: 1 })
  writeFileSync(join(folder, 'sub', 'r.json.new'), '{"n":')
  expect(await file().read()).toEqual({ n: 1 })
})
