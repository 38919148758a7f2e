/** What the bundler knows of a module: what it imports at once, and what on demand. */
interface ModuleFacts {
  readonly importedIds: readonly string[]
  readonly dynamicallyImportedIds: readonly string[]
}

/** How the bundler is asked for them. */
export type Facts = (id: string) => ModuleFacts | null

/** Which pages need a module: as soon as they are opened, and ever. */
interface Needs {
  readonly atOnce: Set<string>
  readonly ever: Set<string>
}

/** Pages by the ends of their names: those whose first visit must be light or quick stand alone, the others together. */
const KINDS = ['home', 'join', 'overview', 'late-words', 'notes', 'draft'] as const
const OTHERS = 'pages'
/** What pages of other kinds may ask for later. */
const LATER = 'later'

/**
 * Names the file in which a module lies: what the same pages need as soon as they are opened lies in one. Each file costs its
 * way, over six connections: the draft would come in ninety. Null: the bundler finds a file for it, as it is needed by
 * every page, by one alone, or by none before something is pressed.
 *
 * @param app - The module that imports every page on demand.
 * @param frame - The one of these that stands around all pages of a meeting.
 */
export function pageChunks(app: string, frame: string): (id: string, facts: Facts) => string | null {
  let needs: ReadonlyMap<string, Needs> | null = null
  return (id, facts) => {
    needs ??= needsOf(facts, app)
    const { atOnce, ever } = needs.get(id) ?? NEVER
    if (atOnce.size === 0 || atOnce.has(app)) return null
    if (atOnce.has(frame)) return 'frame'
    const isOne = atOnce.size === 1
    const kinds = new Set([...atOnce].map(isOne ? nameOf : kindOf))
    // What a module imports is needed by at least as many: so no two files need each other.
    const isWanted = isOne ? ever.size > 1 : new Set([...ever].map(kindOf)).size > kinds.size
    return [...kinds, ...(isWanted ? [LATER] : [])].sort().join('-')
  }
}

const NEVER: Needs = { atOnce: new Set(), ever: new Set() }

function kindOf(page: string): string {
  return KINDS.find((kind) => kind === nameOf(page)) ?? OTHERS
}

function nameOf(page: string): string {
  return /([^/\\]+?)(-page)?\.tsx$/.exec(page)?.[1] ?? OTHERS
}

function needsOf(facts: Facts, app: string): Map<string, Needs> {
  const needs = new Map<string, Needs>()
  const note = (ids: Iterable<string>, page: string, when: keyof Needs): void => {
    for (const id of ids) {
      const known = needs.get(id) ?? { atOnce: new Set(), ever: new Set() }
      needs.set(id, known)
      known[when].add(page)
    }
  }
  note(reach(facts, app, false), app, 'atOnce')
  for (const page of facts(app)?.dynamicallyImportedIds ?? []) {
    note(reach(facts, page, false), page, 'atOnce')
    note(reach(facts, page, true), page, 'ever')
  }
  return needs
}

/** Finds all modules that come with one, or may come later. */
function reach(facts: Facts, from: string, later: boolean): Set<string> {
  const found = new Set([from])
  for (const id of found) {
    const { importedIds = [], dynamicallyImportedIds = [] } = facts(id) ?? {}
    for (const next of [...importedIds, ...(later ? dynamicallyImportedIds : [])]) found.add(next)
  }
  return found
}
