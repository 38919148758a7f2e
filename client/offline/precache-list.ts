/** A file of the build, as the bundler names it. */
export interface BuiltFile {
  readonly name: string
  /** For code: the source file that it was made of, if it is one. */
  readonly source?: string | null
}

/** Faces of letters that few meetings need are kept when a page has shown them, with the other things not named here. */
const LATIN_FONT = /-latin-wght-(normal|italic)-/

/** Joining needs the server. What weighs much and is rarely used belongs here too: it is kept at its first use. */
const AT_FIRST_USE = /\/pages\/join\//

/** Gives the addresses of what is kept at once, so that every page opens without the server. */
export function precacheList(files: readonly BuiltFile[]): readonly string[] {
  return files
    .filter(isKeptAtOnce)
    .map(({ name }) => `/${name}`)
    .sort()
}

function isKeptAtOnce({ name, source }: BuiltFile): boolean {
  if (name.endsWith('.woff2')) return LATIN_FONT.test(name)
  if (source != null && AT_FIRST_USE.test(source)) return false
  return /^assets\/.*\.(js|css|svg)$/.test(name)
}
