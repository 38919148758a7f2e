import { type ChildProcess, type SpawnSyncReturns, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A file system of its own, in a file of its own, that can fail as real ones do. */
export interface LoopDisk {
  /** Where it is mounted. */
  readonly folder: string
  /** Has it turn read-only under those who write to it, as ext4 does by itself after an error. */
  failReadOnly(): void
  /** False: somebody still holds a file of it. */
  unmount(): boolean
  mount(): void
  /** Mounts it anew for reading alone. */
  mountReadOnly(): void
  remove(): void
}

/** Makes and mounts an ext4 file system of 256 MB; null where that isn't allowed. */
export function makeLoopDisk(): LoopDisk | null {
  const parent = mkdtempSync(join(tmpdir(), 'minuta-disk-'))
  const image = join(parent, 'image')
  const folder = mkdtempSync(join(parent, 'mounted-'))
  writeFileSync(image, '')
  truncateSync(image, 256 * 1024 * 1024)
  // A device that stays: the one that `mount -o loop` makes goes some time after `umount`, and until then the image
  // can't be mounted again.
  const device = succeeds('mkfs.ext4', ['-q', image]) ? attachLoop(image) : null
  const remove = (): void => {
    // Lazily: a test that failed may have left a server on it.
    succeeds('umount', ['-l', folder])
    if (device !== null) succeeds('losetup', ['-d', device])
    rmSync(parent, { recursive: true, force: true })
  }
  if (device === null || !succeeds('mount', [device, folder])) {
    remove()
    return null
  }
  return {
    folder,
    failReadOnly: () => insist('mount', ['-o', 'remount,abort', folder]),
    unmount: () => succeeds('umount', [folder]),
    mount: () => insist('mount', [device, folder]),
    mountReadOnly: () => {
      // It may be unmounted, where a test before this one failed.
      succeeds('umount', [folder])
      insist('mount', ['-o', 'ro', device, folder])
    },
    remove,
  }
}

function attachLoop(image: string): string | null {
  const { status, stdout } = run('losetup', ['--find', '--show', image])
  return status === 0 ? stdout.trim() : null
}

/** Tells whether the system calls of a running process can be tampered with here. */
export function canTamper(): boolean {
  return succeeds('strace', ['-o', '/dev/null', '-e', 'inject=fsync:error=EIO', 'true'])
}

/** Has every sync of a running process go as told, such as `error=EIO`, until the returned function is called. */
export async function tamperWithSyncs(pid: number, how: string): Promise<() => Promise<void>> {
  const calls = 'fsync,fdatasync'
  const args = [
    '-f',
    '-p',
    String(pid),
    '-e',
    `trace=${calls}`,
    '-e',
    `inject=${calls}:${how}`,
    '-o',
    '/dev/null',
  ]
  const strace = spawn('strace', args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await attached(strace)
  return async () => {
    const ended = new Promise((resolve) => strace.once('exit', resolve))
    strace.kill('SIGTERM')
    await ended
  }
}

function attached(strace: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = ''
    strace.stderr?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      if (said.includes('attached')) resolve()
    })
    strace.once('exit', () => reject(new Error(`strace ended: ${said}`)))
  })
}

function succeeds(command: string, args: readonly string[]): boolean {
  return run(command, args).status === 0
}

function insist(command: string, args: readonly string[]): void {
  const { status, stderr } = run(command, args)
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${stderr}`)
}

function run(command: string, args: readonly string[]): SpawnSyncReturns<string> {
  return spawnSync(command, args, { encoding: 'utf8' })
}
