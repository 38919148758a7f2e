import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNotes, synced, textOf, until } from './provider.ts'
import { startServer } from './server-process.ts'
import { makeMeeting } from './testing-meeting.ts'

/** What the system calls of the real server said. */
export interface TraceResult {
  /** Characters that were followed from the disk to a socket. */
  readonly followed: number
  /** Characters that left before the sync of their batch had returned. */
  readonly early: readonly string[]
}

/** Tells whether system calls can be traced here. */
export function canTrace(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
}

/**
 * Types into the real server under strace and looks in its system calls whether each character was written to the
 * journal, then synced, and only then sent. `withoutSync` makes the sync calls do nothing: then it must not be so.
 */
export async function traceSync(withoutSync: boolean): Promise<TraceResult> {
  const dataDir = mkdtempSync(join(tmpdir(), 'minuta-trace-'))
  const tokens = await makeMeeting(dataDir)
  const log = join(dataDir, 'trace.txt')
  const calls = 'openat,pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg'
  const prefix = ['strace', '-f', '-xx', '-s', '65536', '-o', log, '-e', `trace=${calls}`]
  if (withoutSync) prefix.push('-e', 'inject=fsync,fdatasync:retval=0')
  const server = await startServer(dataDir, 0, prefix)
  const ann = openNotes(server.url, tokens.ann)
  const ben = openNotes(server.url, tokens.ben)
  await Promise.all([synced(ann), synced(ben)])
  const chars = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(0x4e00 + index))
  for (const char of chars) {
    ann.doc.getText('text').insert(1, char)
    await until(ben.doc, () => textOf(ben.doc).includes(char))
  }
  ann.destroy()
  ben.destroy()
  // strace hands the signal on to the server it started.
  const pid = Number(/^(\d+)/.exec(readFileSync(log, 'utf8'))?.[1])
  process.kill(pid, 'SIGTERM')
  await server.ended
  const result = follow(readFileSync(log, 'utf8'), chars)
  rmSync(dataDir, { recursive: true, force: true })
  return result
}

const WAL = hexOf('journal.sqlite-wal')

function follow(log: string, chars: readonly string[]): TraceResult {
  const lines = log.split('\n')
  const wal = walDescriptor(lines)
  const early: string[] = []
  let followed = 0
  for (const char of chars) {
    const bytes = hexOf(char)
    const written = lines.findIndex((line) => line.includes(`pwrite64(${wal},`) && line.includes(bytes))
    const sent = lines.findIndex((line, index) => index >= 0 && isSend(line, wal) && line.includes(bytes))
    const syncedAt = written < 0 ? -1 : returnOfSync(lines, wal, written)
    if (sent < 0) continue
    followed++
    if (written < 0 || syncedAt < 0 || syncedAt > sent) early.push(char)
  }
  return { followed, early }
}

function walDescriptor(lines: readonly string[]): string {
  const opened = lines.filter((line) => line.includes('openat(') && line.includes(WAL)).at(-1) ?? ''
  const finished = / = (\d+)$/.exec(opened)?.[1]
  if (finished === undefined) throw new Error('The trace does not show the journal being opened.')
  return finished
}

/** Finds where a sync of the journal that began after a line returned: a real one, not an injected one. */
function returnOfSync(lines: readonly string[], wal: string, after: number): number {
  for (let index = after; index < lines.length; index++) {
    const line = lines[index] as string
    if (!new RegExp(`f(data)?sync\\(${wal}`).test(line)) continue
    if (line.includes('INJECTED')) continue
    if (!line.includes('<unfinished')) return index
    const thread = line.split(' ')[0]
    const resumed = lines.findIndex((other, at) => {
      return at > index && other.startsWith(`${thread} `) && /f(data)?sync resumed/.test(other)
    })
    return lines[resumed]?.includes('INJECTED') === true ? -1 : resumed
  }
  return -1
}

function isSend(line: string, wal: string): boolean {
  return (
    /(write|writev|sendto|sendmsg)\(\d+/.test(line) &&
    !line.includes('pwrite64') &&
    !line.includes(`(${wal},`)
  )
}

/** Gives bytes as strace -xx prints them. */
function hexOf(text: string): string {
  return [...Buffer.from(text)].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')
}
