import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { RoomClient } from '../../client/sync/room-client.ts'
import { statusOf } from '../../client/sync/status.ts'
import { projectRoot } from '../setup/project-root.mjs'
import { canTamper, makeLoopDisk, tamperWithSyncs } from './disks.ts'
import { openNotes, synced, textOf } from './provider.ts'
import { openRoomPage } from './room-page.ts'
import { type ServerProcess, startServer } from './server-process.ts'
import { makeMeeting } from './testing-meeting.ts'

const SLOW = { timeout: 20_000, interval: 100 }

const disk = makeLoopDisk()
if (disk === null)
  console.log('No file system can be mounted here: the folder that turns read-only is not tried.')
const tampers = canTamper()
if (!tampers)
  console.log('strace is not installed or not allowed here: failing and slow syncs are not tried.')

afterAll(() => disk?.remove())

/** A server on a data folder with two people in one topic, everything saved. */
interface Together {
  readonly server: ServerProcess
  readonly ann: RoomClient
  readonly ben: RoomClient
  /** Kills the server, starts it again and gives the text that a newcomer reads. */
  readonly readAfterKill: () => Promise<string>
  readonly end: () => Promise<void>
}

async function typeTogether(dataDir: string): Promise<Together> {
  const tokens = await makeMeeting(dataDir)
  let server = await startServer(dataDir)
  const first = server
  const port = Number(new URL(server.url).port)
  const ann = openRoomPage(server.url, 'ann', tokens.ann)
  const ben = openRoomPage(server.url, 'ben', tokens.ben)
  await expect.poll(() => [ann.state.text, ben.state.text], SLOW).toEqual(['live', 'live'])
  say(ann, '[ann before]')
  say(ben, '[ben before]')
  await expect
    .poll(() => [textOf(ann.doc), textOf(ben.doc)].every((text) => /before.*before/.test(text)), SLOW)
    .toBe(true)
  return {
    server: first,
    ann,
    ben,
    readAfterKill: async () => {
      server.child.kill('SIGKILL')
      await server.ended
      server = await startServer(dataDir, port)
      const eve = openNotes(server.url, tokens.eve)
      await synced(eve)
      const text = textOf(eve.doc)
      eve.destroy()
      return text
    },
    end: async () => {
      ann.destroy()
      ben.destroy()
      server.child.kill('SIGKILL')
      await server.ended
    },
  }
}

function say(person: RoomClient, words: string): void {
  person.doc.getText('text').insert(1, words)
}

async function readyz(server: ServerProcess): Promise<[number, string[]]> {
  const response = await fetch(`${server.url}/readyz`)
  const { why } = (await response.json()) as { why: string[] }
  return [response.status, why]
}

const faults = ({ ann, ben }: Together) => [ann, ben].map(({ state }) => state.fault?.code ?? null)
const words = (people: Together) =>
  [people.ann, people.ben].map(({ state }) => statusOf([state], Date.now()).word)

/** Both type on through the trouble, and are told of it. */
async function typeThroughTrouble(people: Together): Promise<void> {
  say(people.ann, '[ann in trouble]')
  say(people.ben, '[ben in trouble]')
  await expect.poll(() => faults(people), SLOW).toEqual(['storage-failed', 'storage-failed'])
  say(people.ann, '[ann goes on]')
  say(people.ben, '[ben goes on]')
  expect(words(people)).toEqual(['not-saved', 'not-saved'])
  expect(textOf(people.ben.doc)).not.toContain('[ann in')
  expect(textOf(people.ann.doc)).not.toContain('[ben in')
  const [status, why] = await readyz(people.server)
  expect([status, why.includes('storage-trouble')]).toEqual([503, true])
}

/** All is well again, in the same process, and nothing is missing or doubled, here and after a kill. */
async function nothingIsMissing(people: Together): Promise<void> {
  await expect.poll(() => [...faults(people), ...words(people)], SLOW).toEqual([null, null, 'saved', 'saved'])
  await expect.poll(() => textOf(people.ann.doc) === textOf(people.ben.doc), SLOW).toBe(true)
  expect(await readyz(people.server)).toEqual([200, []])
  expect(people.server.child.exitCode).toBeNull()
  const text = await people.readAfterKill()
  const said = ['before', 'in trouble', 'goes on'].flatMap((what) => [`[ann ${what}]`, `[ben ${what}]`])
  expect(said.map((each) => text.split(each).length - 1)).toEqual(said.map(() => 1))
}

describe.skipIf(disk === null)('[SY7] a folder on a real file system', () => {
  it('that turns read-only while two type, is unmounted and mounted for writing again: both are told, and nothing is missing', async () => {
    if (disk === null) throw new Error('There is no disk.')
    const people = await typeTogether(disk.folder)
    try {
      disk.failReadOnly()
      await typeThroughTrouble(people)
      // The server holds nothing of a disk in trouble: it can be repaired beside the running server.
      await expect.poll(() => disk.unmount(), SLOW).toBe(true)
      await new Promise((resolve) => setTimeout(resolve, 2500))
      expect((await readyz(people.server))[0]).toBe(503)
      expect(readdirSync(disk.folder)).toEqual([])
      disk.mount()
      await nothingIsMissing(people)
    } finally {
      await people.end()
    }
  }, 120_000)

  it('that is read-only at the start: the server says what to do and ends with 1', () => {
    if (disk === null) throw new Error('There is no disk.')
    disk.mountReadOnly()
    const env = { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: disk.folder, LOG_LEVEL: 'error' }
    const started = spawnSync(process.execPath, ['dist/server/main.js'], {
      cwd: projectRoot,
      env,
      timeout: 20_000,
    })
    expect(started.status).toBe(1)
    expect(started.stderr.toString().trim()).toBe(
      `Minuta did not start: the data folder ${disk.folder} cannot be written (EROFS).\n` +
        '  Mount its disk for writing, or set DATA_DIR to another folder.',
    )
  }, 30_000)
})

describe.skipIf(!tampers)('[SY7] the syncs of the real server', () => {
  it('that fail are said, and when they do not fail any more nothing is missing', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'minuta-trouble-'))
    const people = await typeTogether(dataDir)
    try {
      const stop = await tamperWithSyncs(people.server.child.pid as number, 'error=EIO')
      await typeThroughTrouble(people)
      await stop()
      await nothingIsMissing(people)
    } finally {
      await people.end()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, 120_000)

  it('that take 2 s are waited for: nobody sees a word before, nobody is cut off, and the page says that it saves', async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'minuta-trouble-'))
    const people = await typeTogether(dataDir)
    try {
      const { ann, ben } = people
      const stop = await tamperWithSyncs(people.server.child.pid as number, 'delay_enter=2000000')
      const began = performance.now()
      const links = new Set<string>()
      ann.subscribe(() => links.add(ann.state.link))
      say(ann, '[ann slowly]')
      await expect.poll(() => statusOf([ann.state], Date.now()).word).toBe('saving')
      await expect.poll(() => textOf(ben.doc).includes('[ann slowly]'), SLOW).toBe(true)
      await expect.poll(() => ann.state.unsaved, SLOW).toBe(0)
      expect(performance.now() - began).toBeGreaterThan(2000)
      expect([[...links], faults(people)]).toEqual([['online'], [null, null]])
      await stop()
      expect(await people.readAfterKill()).toContain('[ann slowly]')
    } finally {
      await people.end()
      rmSync(dataDir, { recursive: true, force: true })
    }
  }, 60_000)
})
