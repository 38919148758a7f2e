import { mkdir, open, readdir, readFile, rename } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileSystem } from './file-system.ts'

/** The disk of this machine. */
export const nodeFileSystem: FileSystem = {
  rename,
  syncFolder,

  async makeFolder(path) {
    const first = await mkdir(path, { recursive: true, mode: 0o700 })
    // A new folder is an entry of the one above it.
    if (first !== undefined) await syncFolder(dirname(first))
  },

  async list(folder) {
    return (await unlessMissing(readdir(folder))) ?? []
  },

  async read(path) {
    return await unlessMissing(readFile(path, 'utf8'))
  },

  async writeSynced(path, text) {
    const file = await open(path, 'w', 0o600)
    try {
      await file.writeFile(text)
      await file.sync()
    } finally {
      await file.close()
    }
  },
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}
