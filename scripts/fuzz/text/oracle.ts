import { type Anchor, anchorRange, resolveAnchor } from '../../../shared/text/anchor.ts'
import { authorshipOf } from '../../../shared/text/authorship.ts'
import type { Block } from '../../../shared/text/block.ts'
import { sameRecord } from '../../../shared/text/block.ts'
import { findItem, markerId, markerOf } from '../../../shared/text/items.ts'
import { MIN_MOVED_CHARS } from '../../../shared/text/match-moves.ts'
import type { Random } from '../random.ts'
import type { Hub } from './hub.ts'
import type { OperationKind } from './operations.ts'
import type { Typist } from './typist.ts'
import { type SeenChar, seenChars } from './view.ts'

/** What went wrong, counted by class. */
export const FAULTS = [
  'doubled',
  'lost',
  're-attributed',
  'misplaced',
  'dead anchor',
  'stray anchor',
  'reformatted',
  'crossed speakers',
  're-inserted',
] as const
export type Fault = (typeof FAULTS)[number]

interface Known {
  readonly author: string
  /** Blocks in which the author typed it: as shown, and as it stands in the text. */
  readonly homes: Set<string>
  readonly deleters: Set<string>
  readonly restorers: Set<string>
  /** Pasted elsewhere in a piece too short to be told from typing. */
  short: boolean
}

interface Anchored {
  readonly anchor: Anchor
  readonly chars: readonly string[]
}

/** Operations that may put one speaker's words beside another's: because somebody said so. */
const CROSSES: ReadonlySet<OperationKind> = new Set([
  'joinSpeakers',
  'pasteCut',
  'pasteNew',
  'moveBlock',
  'undo',
  'redo',
])
const REFORMATS: ReadonlySet<OperationKind> = new Set(['mark', 'undo', 'redo', 'pasteCut'])

/** Operations that may take a character out and put it in again. */
const REINSERTS: ReadonlySet<OperationKind> = new Set(['moveBlock', 'undo', 'redo'])

/** Follows every character of a run, and says at its end what should never have happened. */
export class Oracle {
  readonly faults: { readonly fault: Fault; readonly detail: string }[] = []
  /** Words that two people both deleted and both brought back may stand twice: counted apart. */
  broughtBackTwice = 0
  readonly #known = new Map<string, Known>()
  readonly #edges = new Map<string, Set<string>>()
  /** Which block a new one was cut from: two may cut one line at once, and what is typed behind both cuts is in the later. */
  readonly #cutFrom = new Map<string, string>()
  readonly #anchors: Anchored[] = []

  /** Takes note of what one local operation changed in its typist's view. */
  observe(typist: Typist, kind: OperationKind, before: readonly Block[], after: readonly Block[]): void {
    const was = byChar(seenChars(before))
    const is = byChar(seenChars(after))
    const shownBefore = new Set(seenChars(before).map(({ char }) => char))
    const speakers = new Map([...before, ...after].map(({ id, attributes }) => [id, attributes.speaker]))
    const blocksBefore = new Set(before.map(({ id }) => id))
    const places = new Map(seenChars(before).map((one) => [`${one.client}:${one.clock}`, one.block]))
    for (const one of seenChars(after)) {
      const old = places.get(`${one.client}:${one.clock}`)
      if (old !== undefined && old !== one.block) {
        this.#edge(old, one.block)
        if (!blocksBefore.has(one.block)) this.#cutFrom.set(one.block, old)
      }
      if (old === undefined) this.#known.get(one.char)?.restorers.add(typist.name)
    }
    const joined = new Set(before.flatMap(({ seams }) => seams.map(({ id }) => id)))
    for (const { id, seams } of after) {
      // A chain names its neighbours: what is joined behind a joined block goes where that one goes.
      for (const [index, seam] of seams.entries()) {
        if (!joined.has(seam.id)) this.#edge(seam.id, seams[index - 1]?.id ?? id)
      }
    }
    for (const [char, seen] of is) {
      const old = was.get(char)
      if (old === undefined && shownBefore.has(seen.char)) continue
      if (old === undefined) this.#appear(typist, kind, seen, after)
      else {
        if (old.client !== seen.client || old.clock !== seen.clock) {
          this.#known.get(char)?.restorers.add(typist.name)
          if (!REINSERTS.has(kind)) this.#fault('re-inserted', `${kind} ${char}`)
        }
        if (old.block !== seen.block) {
          this.#edge(old.block, seen.block)
          const crosses = speakers.get(old.block) !== speakers.get(seen.block)
          const reopens = before.some(({ id, seams }) => id === old.block && seams.length > 0)
          if (crosses && !CROSSES.has(kind) && !reopens)
            this.#fault('crossed speakers', `${kind} ${char} ${old.block}→${seen.block}`)
        }
        if (!REFORMATS.has(kind) && !sameRecord(old.formats, seen.formats))
          this.#fault('reformatted', `${kind} ${char}`)
      }
    }
    const shown = new Set(seenChars(after).map(({ char }) => char))
    for (const char of was.keys()) if (!shown.has(char)) this.#known.get(char)?.deleters.add(typist.name)
  }

  /** Anchors a passage of a typist's view. */
  anchor(typist: Typist, random: Random): void {
    const blocks = typist.binding.blocks.filter(({ inlines }) => inlines.length > 0)
    if (blocks.length === 0) return
    const block = random.pick(blocks)
    const seen = seenChars([block])
    const from = random.int(0, seen.length - 1)
    const picked = seen.slice(from, from + random.int(1, 4))
    const units = seen.map(({ char }) => (char.startsWith('atom:') ? 1 : char.length))
    const start = units.slice(0, from).reduce((sum, length) => sum + length, 0)
    const length = units.slice(from, from + picked.length).reduce((sum, unit) => sum + unit, 0)
    const anchor = anchorRange(block, start, start + length)
    if (anchor !== null) this.#anchors.push({ anchor, chars: picked.map(({ char }) => char) })
  }

  /** Judges the end of a run, when everybody has everything. */
  judge(hub: Hub, blocks: readonly Block[]): void {
    const seen = seenChars(blocks)
    const copies = new Map<string, SeenChar[]>()
    for (const one of seen) copies.set(one.char, [...(copies.get(one.char) ?? []), one])
    for (const [char, known] of this.#known) this.#judgeChar(hub, char, known, copies.get(char) ?? [])
    for (const { anchor, chars } of this.#anchors) this.#judgeAnchor(hub, blocks, anchor, chars, copies)
  }

  get anchorCount(): number {
    return this.#anchors.length
  }

  get charCount(): number {
    return this.#known.size
  }

  #appear(typist: Typist, kind: OperationKind, seen: SeenChar, after: readonly Block[]): void {
    const known = this.#known.get(seen.char)
    if (known === undefined) {
      const homes = this.#homesOf(typist, seen)
      this.#known.set(seen.char, {
        author: typist.name,
        homes,
        deleters: new Set(),
        restorers: new Set(),
        short: false,
      })
      return
    }
    known.deleters.delete(typist.name)
    known.restorers.add(typist.name)
    if (kind !== 'pasteCut') return
    for (const home of this.#homesOf(typist, seen)) known.homes.add(home)
    known.short ||= pieceLength(after, seen) < MIN_MOVED_CHARS
  }

  #homesOf(typist: Typist, seen: SeenChar): Set<string> {
    const homes = new Set([seen.block, ...ownRun(typist, seen)])
    for (const home of homes) {
      const origin = this.#cutFrom.get(home)
      if (origin !== undefined) homes.add(origin)
    }
    return homes
  }

  #judgeChar(hub: Hub, char: string, known: Known, copies: readonly SeenChar[]): void {
    const twice = known.restorers.size > 1
    if (copies.length > 1) {
      if (twice) this.broughtBackTwice++
      else this.#fault('doubled', char)
    }
    if (copies.length === 0 && known.deleters.size === 0 && !twice) this.#fault('lost', char)
    for (const copy of copies) {
      const { typedBy } = authorshipOf(copy, (client) => hub.members.get(client) ?? null, hub.moves)
      const isAtom = char.startsWith('atom:')
      if (typedBy !== known.author && !twice && !known.short && !isAtom) {
        this.#fault('re-attributed', `${char} typed by ${known.author}, shown as ${typedBy}`)
      }
      if (!twice && !this.#reaches(known.homes, copy.block)) {
        this.#fault('misplaced', `${char} typed in ${[...known.homes].join('/')} stands in ${copy.block}`)
      }
    }
  }

  #judgeAnchor(
    hub: Hub,
    blocks: readonly Block[],
    anchor: Anchor,
    chars: readonly string[],
    copies: Map<string, SeenChar[]>,
  ): void {
    const range = resolveAnchor(hub.text, blocks, anchor, hub.moves)
    if (range === null) {
      const alive = chars.filter((char) => {
        const known = this.#known.get(char)
        const traceable =
          known !== undefined && known.restorers.size < 2 && !known.short && !char.startsWith('atom:')
        return traceable && copies.has(char)
      })
      if (alive.length > 0) this.#fault('dead anchor', `${chars.join('')} (${alive.join('')} stands)`)
      return
    }
    const shown = seenChars([blocks[range.block] as Block])
    let offset = 0
    for (const { char } of shown) {
      const end = offset + (char.startsWith('atom:') ? 1 : char.length)
      if ((offset === range.from || end === range.to) && !chars.includes(char)) {
        // Between the anchor's ends others may have written; the ends themselves are its own words, or words put in.
        const inside = this.#known.get(char)
        if (inside === undefined || offset < range.from || end > range.to)
          this.#fault('stray anchor', chars.join(''))
      }
      offset = end
    }
  }

  #edge(from: string, to: string): void {
    const targets = this.#edges.get(from) ?? new Set()
    targets.add(to)
    this.#edges.set(from, targets)
  }

  #reaches(from: ReadonlySet<string>, to: string): boolean {
    const seen = new Set(from)
    const open = [...from]
    for (let at = open.pop(); at !== undefined; at = open.pop()) {
      if (at === to) return true
      for (const next of this.#edges.get(at) ?? []) {
        if (!seen.has(next)) {
          seen.add(next)
          open.push(next)
        }
      }
    }
    return false
  }

  #fault(fault: Fault, detail: string): void {
    this.faults.push({ fault, detail })
  }
}

/** Gives each character by what it is; one that stands twice can't be followed. */
function byChar(seen: readonly SeenChar[]): Map<string, SeenChar> {
  const map = new Map<string, SeenChar>()
  const twice = new Set<string>()
  for (const one of seen) {
    if (map.has(one.char)) twice.add(one.char)
    map.set(one.char, one)
  }
  for (const char of twice) map.delete(char)
  return map
}

/** Gives the block whose run a character stands in, joined or not. */
function ownRun(typist: Typist, seen: SeenChar): string[] {
  for (let item = findItem(typist.doc, seen); item !== null; item = item.left) {
    const marker = markerOf(item)
    if (marker !== null) return [markerId(item, marker)]
  }
  return []
}

/** Counts the characters that came with one in one piece. */
function pieceLength(blocks: readonly Block[], seen: SeenChar): number {
  const block = blocks.find(({ id }) => id === seen.block)
  for (const inline of block?.inlines ?? []) {
    if (!('text' in inline) || inline.at.client !== seen.client) continue
    if (inline.at.clock <= seen.clock && seen.clock < inline.at.clock + inline.text.length)
      return [...inline.text].length
  }
  return 0
}
