import { any, embed, forge, item, text } from './forge.ts'
import { ANNS, SERVER } from './gated-room.ts'

// The costliest updates that the gate lets in, for a notes room of gated-room.ts, each one larger than its bound with
// a little more. `scripts/fuzz/wire/worst.ts` says what they take.

/** Updates that make a room costly, one by one let in, and the one that costs. */
export interface WorstCase {
  readonly before: readonly Uint8Array[]
  readonly update: Uint8Array
}

const TYPIST = 50
const HERE = { origin: [ANNS, 5], right: [SERVER, 8] } as const
/** Something that Yjs joins to nothing. */
const atom = embed({ t: 'break' })

/** `clients` people each put a character before a passage of 29,990 items that none of them knew. */
export function scans(clients: number): WorstCase {
  const update = forge()
  for (let client = 100; client < 100 + clients; client++)
    update.from(client, 0, item({ origin: [ANNS, 5] }, text('x')))
  return { before: [passage(29_990)], update: update.bytes() }
}

/** `clients` people each set for the first time what has had 9,990 values that none of them knew. */
export function firstValues(clients: number): WorstCase {
  const values = Array.from({ length: 2 * 9990 }, (_, clock) =>
    clock < 2
      ? item({ parent: [SERVER, 0], key: clock === 0 ? 'kind' : 'lang' }, any('x'))
      : item({ origin: [TYPIST, clock - 2] }, any('x')),
  )
  const update = forge()
  for (let client = 100; client < 100 + clients; client++)
    update.from(client, 0, item({ parent: [SERVER, 0], key: 'kind' }, any('x')))
  return { before: [forge().all(TYPIST, 0, values).bytes()], update: update.bytes() }
}

/** Characters at `count` places inside one long run, by somebody whose list goes on with 20,000 more. */
export function cuts(count: number): WorstCase {
  const length = 2 * count
  const rest = Array.from({ length: 20_000 }, (_, index) =>
    item({ origin: [TYPIST, length + index - 1], right: [SERVER, 8] }, atom),
  )
  const before = forge().all(TYPIST, 0, [item(HERE, text('x'.repeat(length))), ...rest])
  const structs = Array.from({ length: count }, (_, index) =>
    item({ origin: [TYPIST, 2 * index], right: [TYPIST, 2 * index + 1] }, text('y')),
  )
  return {
    before: [before.bytes()],
    update: forge()
      .all(TYPIST + 1, 0, structs)
      .bytes(),
  }
}

/** `count` pairs of new structs that Yjs joins, each before the last. */
export function newJoins(count: number): WorstCase {
  const structs = Array.from({ length: 2 * count }, (_, clock) => {
    const first = clock - (clock % 2)
    const right = first === 0 ? HERE.right : ([TYPIST, first - 2] as const)
    return item({ origin: clock > first ? [TYPIST, first] : HERE.origin, right }, text('x'))
  })
  return { before: [], update: forge().all(TYPIST, 0, structs).bytes() }
}

/** Deletes the second half of `count` words, each beside a first half that is deleted. */
export function deletedJoins(count: number): WorstCase {
  const structs = Array.from({ length: 2 * count }, (_, index) => {
    const clock = 3 * (index >> 1) + 2 * (index % 2)
    const origin = clock === 0 ? HERE.origin : ([TYPIST, clock - 1] as const)
    return item({ origin, right: HERE.right }, index % 2 === 0 ? text('ab') : atom)
  })
  const ranges = (half: number) => Array.from({ length: count }, (_, index) => [3 * index + half, 1] as const)
  const before = [
    forge().all(TYPIST, 0, structs).bytes(),
    forge()
      .deletes(TYPIST, ...ranges(0))
      .bytes(),
  ]
  return {
    before,
    update: forge()
      .deletes(TYPIST, ...ranges(1))
      .bytes(),
  }
}

/** Replaces `count` values of attributes, each beside one that was replaced before. */
export function replacedJoins(count: number): WorstCase {
  const values = Array.from({ length: 2 * count }, (_, clock) =>
    clock % 2 === 0
      ? item({ parent: [SERVER, 0], key: `k${clock}` }, any('x'))
      : item({ origin: [TYPIST, clock - 1] }, any('y')),
  )
  const update = Array.from({ length: count }, (_, index) =>
    item({ origin: [TYPIST, 2 * index + 1] }, any('z')),
  )
  return {
    before: [forge().all(TYPIST, 0, values).bytes()],
    update: forge()
      .all(TYPIST + 1, 0, update)
      .bytes(),
  }
}

/** Cuts a run that is new itself in `count` places, with 20,000 structs of its author behind. */
export function newCuts(count: number): WorstCase {
  const length = 2 * count
  const rest = Array.from({ length: 20_000 }, (_, index) =>
    item({ origin: [TYPIST, length + index - 1], right: [SERVER, 8] }, atom),
  )
  const others = Array.from({ length: count }, (_, index) =>
    item({ origin: [TYPIST, 2 * index], right: [TYPIST, 2 * index + 1] }, text('y')),
  )
  const update = forge()
    .all(TYPIST, 0, [item(HERE, text('x'.repeat(length))), ...rest])
    .all(TYPIST - 1, 0, others)
  return { before: [], update: update.bytes() }
}

/** `count` new structs, each after the last. */
export function newStructs(count: number): WorstCase {
  return { before: [], update: passage(count) }
}

/** Deletes `count` single characters of a run, each with two cuts. */
export function deletions(count: number): WorstCase {
  const before = forge().from(TYPIST, 0, item(HERE, text('x'.repeat(2 * count + 1))))
  const ranges = Array.from({ length: count }, (_, index) => [2 * index + 1, 1] as const)
  return {
    before: [before.bytes()],
    update: forge()
      .deletes(TYPIST, ...ranges)
      .bytes(),
  }
}

/** A whole state of `count` structs that are known, and one character more. */
export function knownStructs(count: number): WorstCase {
  const known = passage(count)
  const update = forge().all(TYPIST, 0, [...chain(count), item({ origin: [TYPIST, count - 1] }, text('x'))])
  return { before: [known], update: update.bytes() }
}

function passage(length: number): Uint8Array {
  return forge().all(TYPIST, 0, chain(length)).bytes()
}

function chain(length: number): ReturnType<typeof item>[] {
  return Array.from({ length }, (_, clock) =>
    item({ ...HERE, ...(clock > 0 ? { origin: [TYPIST, clock - 1] as const } : {}) }, atom),
  )
}
