import * as Y from 'yjs'
import { docOf } from '../../../client/editor/binding/block-node.ts'
import { withoutGroups } from '../../../client/editor/binding/testing/without-groups.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { Random } from '../random.ts'
import { Hub } from './hub.ts'
import { compose, OPERATION_WEIGHTS, type OperationKind, operate } from './operations.ts'
import { type Fault, Oracle } from './oracle.ts'
import { Typist } from './typist.ts'
import { describeBlocks } from './view.ts'

/** What one seeded run did and found. */
export interface RunResult {
  readonly seed: number
  readonly operations: Readonly<Partial<Record<OperationKind, number>>>
  readonly faults: readonly { readonly fault: Fault; readonly detail: string }[]
  readonly chars: number
  readonly anchors: number
  readonly broughtBackTwice: number
}

/** How a run is made up. */
export interface RunOptions {
  readonly operations?: number
  /** Kinds left out, to look at the others alone. */
  readonly without?: readonly OperationKind[]
  /** Sees the state that everybody starts from; gives what sees every update on its way to the hub. */
  readonly watch?: (start: Uint8Array) => (from: string, update: Uint8Array) => void
  /** Called before each operation, for looking into one seed. */
  readonly trace?: (line: string) => void
}

/** What the typists write with; the rest is of today. */
const TYPISTS = ['today', 'grouped', 'older'] as const

/** Runs one seed: 3 to 5 typists, one on an older schema and one with lines in groups, writing at once over a network that delays. */
export function runSeed(seed: number, options: RunOptions = {}): RunResult {
  const random = new Random(seed)
  const hub = new Hub()
  const start = Y.encodeStateAsUpdate(hub.doc)
  hub.onUpdate = options.watch?.(start) ?? null
  const typists = Array.from({ length: random.int(3, 5) }, (_, index) => {
    const name = 'abcde'.charAt(index)
    const clientID = 1000 + random.int(0, 99) * 10 + index
    hub.members.set(clientID, name)
    return new Typist(name, clientID, start, TYPISTS[index])
  })
  const oracle = new Oracle()
  const counts: Partial<Record<OperationKind, number>> = {}
  const weights = { ...OPERATION_WEIGHTS } as Record<OperationKind, number>
  for (const kind of options.without ?? []) weights[kind] = 0
  let fresh = 0
  const context = {
    random,
    freshText: (length: number) => Array.from({ length }, () => freshChar(fresh++, random)).join(''),
  }
  for (let step = 0; step < (options.operations ?? 40); step++) {
    const typist = random.pick(typists)
    const kind = typist.composing ? 'compose' : nextKind(typist, random, weights)
    // Going out of a line that was only held brings all that waits, as every act but typing does.
    const holds = typist.binding.blocks.some(({ state }) => state === 'held')
    if (kind !== 'insert' || holds) typist.show('all')
    const before = typist.binding.blocks
    const outgoing = typist.outbox.length
    const goesOn = typist.composing
    if (goesOn) compose(typist, context)
    const did = goesOn || operate(kind, typist, context)
    if (did) counts[kind] = (counts[kind] ?? 0) + 1
    options.trace?.(
      `${step} ${typist.name} ${kind} ${did ? '' : '(nothing)'} ${typist.outbox.length - outgoing} updates`,
    )
    options.trace?.(describeBlocks(typist.binding.blocks))
    oracle.observe(typist, kind, before, typist.binding.blocks)
    check(typist, seed, step, kind)
    if (goesOn && random.chance(0.5)) {
      typist.composing = false
      typist.show()
      check(typist, seed, step, 'end of composition')
    }
    if (random.chance(0.3)) oracle.anchor(typist, random)
    deliver(random, hub, typists, seed, step)
  }
  for (const typist of typists) {
    typist.composing = false
    typist.show('all')
    check(typist, seed, -1, 'end of composition')
  }
  settleNetwork(hub, typists)
  for (const typist of typists) {
    typist.show('all')
    check(typist, seed, -1, 'end')
  }
  const blocks = renderBlocks(hub.text)
  const expected = describeBlocks(blocks)
  for (const typist of typists) {
    const shown = describeBlocks(renderBlocks(typist.binding.text))
    if (shown !== expected)
      throw new Error(`seed ${seed}: ${typist.name} differs at the end\n${shown}\n---\n${expected}`)
  }
  oracle.judge(hub, blocks)
  const { faults, charCount: chars, anchorCount: anchors, broughtBackTwice } = oracle
  return { seed, operations: counts, faults, chars, anchors, broughtBackTwice }
}

/** What was cut is mostly pasted, what was undone is often redone: else both would hardly ever come about. */
function nextKind(typist: Typist, random: Random, weights: Record<OperationKind, number>): OperationKind {
  if (typist.clipboard !== null && weights.pasteCut > 0 && random.chance(0.4)) return 'pasteCut'
  if (typist.undo.canRedo && weights.redo > 0 && random.chance(0.4)) return 'redo'
  return random.weighted(weights)
}

function deliver(random: Random, hub: Hub, typists: readonly Typist[], seed: number, step: number): void {
  for (let message = random.int(0, 6); message > 0; message--) {
    const typist = random.pick(typists)
    if (random.chance(0.5)) hub.take(typist, typists)
    else {
      typist.receive()
      check(typist, seed, step, 'receive')
    }
  }
}

function settleNetwork(hub: Hub, typists: readonly Typist[]): void {
  for (const typist of typists) while (typist.outbox.length > 0) hub.take(typist, typists)
  for (const typist of typists) while (typist.inbox.length > 0) typist.receive()
}

/**
 * The editor shows what a fresh reading of the text shows, with every character under its own id; while something waits
 * out of sight, the very blocks that the binding knows.
 */
function check(typist: Typist, seed: number, step: number, kind: string): void {
  if (typist.composing) return
  const { binding } = typist
  const held = binding.caretMarker(typist.state)
  const fresh = binding.isBehind ? binding.blocks : renderBlocks(binding.text, { held })
  const shown = describeBlocks(typist.binding.blocks)
  const expected = describeBlocks(fresh)
  if (shown !== expected) {
    throw new Error(
      `seed ${seed}, step ${step} (${typist.name} ${kind}): the binding shows\n${shown}\n--- not\n${expected}`,
    )
  }
  if (!withoutGroups(docOf(typist.schema, fresh)).eq(withoutGroups(typist.state.doc))) {
    throw new Error(
      `seed ${seed}, step ${step} (${typist.name} ${kind}): the editor shows\n${typist.state.doc}\n--- not\n${docOf(typist.schema, fresh)}`,
    )
  }
}

/** Each character is used once; one in six lies outside the basic plane. */
function freshChar(index: number, random: Random): string {
  return String.fromCodePoint((random.chance(1 / 6) ? 0x20000 : 0x4e00) + index)
}
