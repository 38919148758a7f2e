/**
 * What the registry needs of a disk. Each call is one step that may fail, or be the last before a crash. Until a file
 * is synced its content may be lost; until its folder is synced, so may a rename or a removal.
 */
export interface FileSystem {
  /** Makes a folder and those above it, for this account alone. Existing ones are left as they are. */
  makeFolder(path: string): Promise<void>
  /** Gives the names in a folder; none when there is no such folder. */
  list(folder: string): Promise<string[]>
  /** Gives a file's text; null when there is no such file. */
  read(path: string): Promise<string | null>
  /** Writes a whole file, for this account alone, and waits until its content is on disk. */
  writeSynced(path: string, text: string): Promise<void>
  /** Puts a file in another's place in one step. */
  rename(from: string, to: string): Promise<void>
  /** Waits until a folder's own entries are on disk. */
  syncFolder(path: string): Promise<void>
}
