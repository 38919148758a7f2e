import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

// The process as an operator starts it, with files that everybody may read unless it says otherwise.
const umask = process.umask()
const folder = mkdtempSync(join(tmpdir(), 'minuta-main-'))
const children: ChildProcess[] = []

interface Start {
  readonly out: string
  readonly err: string
  readonly code: number | null
}

/** Starts Minuta; resolves when it is ready or has ended, and ends it. */
async function start(): Promise<Start> {
  const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: folder, SAMPLE: 'on' }
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { env })
  children.push(child)
  let out = ''
  let err = ''
  child.stderr.on('data', (text) => {
    err += text
  })
  child.stdout.on('data', (text) => {
    out += text
    if (out.includes('is ready at')) child.kill('SIGTERM')
  })
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { out, err, code }
}

let first: Start

beforeAll(async () => {
  process.umask(0o022)
  chmodSync(folder, 0o755)
  first = await start()
}, 60_000)

afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
  process.umask(umask)
  rmSync(folder, { recursive: true, force: true })
})

describe('starting Minuta', () => {
  it('leaves nothing in a data folder from before that another account may read', () => {
    expect(first).toMatchObject({ code: 0, out: expect.stringContaining('Chair link: ') })
    const entries = ['.', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })]
    expect(entries.filter((path) => (statSync(join(folder, path)).mode & 0o077) !== 0)).toEqual([])
    expect(entries).toContain('journal.sqlite')
  })

  it('[JR6] says beside the address that the last good copy was read, and what to look at', async () => {
    writeFileSync(join(folder, 'registry', 'registry.json'), '{"format":')
    const { out, err, code } = await start()
    expect(code).toBe(0)
    expect(out).toMatch(/registry\.json was damaged[^\n]*one change behind[^\n]*revoked/)
    expect(err).toContain('Read the last good copy')
  }, 60_000)

  it('[JR6] says in plain words that the registry is damaged with its copy, and not that a copy was read', async () => {
    for (const file of ['registry.json', 'registry.json.last'])
      writeFileSync(join(folder, 'registry', file), '{"format":')
    const { out, err, code } = await start()
    expect([out, code]).toEqual(['', 1])
    expect(err).toMatch(/^\S+registry\.json and its copy are damaged\. Restore[^\n]*\n$/)
  }, 60_000)

  it('[JR6] says in plain words that the registry can’t be read, without a stack', async () => {
    rmSync(join(folder, 'registry', 'registry.json'))
    mkdirSync(join(folder, 'registry', 'registry.json'))
    const { out, err, code } = await start()
    expect([out, code]).toEqual(['', 1])
    expect(err).toMatch(/^\S+registry\.json can't be read \(EISDIR\)\. Give this account[^\n]*\n$/)
  }, 60_000)
})
