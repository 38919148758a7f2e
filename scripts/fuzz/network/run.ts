import * as Y from 'yjs'
import { RoomDocument } from '../../../server/sync/room-document.ts'
import { parseRoomName, type RoomParts } from '../../../shared/ids/ids.ts'
import { authorshipOf } from '../../../shared/text/authorship.ts'
import { MoveMap } from '../../../shared/text/moves.ts'
import { renderBlocks } from '../../../shared/text/render.ts'
import { Random } from '../random.ts'
import { seedText } from '../text/hub.ts'
import { OPERATION_WEIGHTS, type OperationKind, operate } from '../text/operations.ts'
import { Typist } from '../text/typist.ts'
import { describeBlocks, seenChars } from '../text/view.ts'
import { charsOf, SimClient } from './sim-client.ts'
import { SimClock } from './sim-clock.ts'
import { SimJournal } from './sim-journal.ts'
import { SIM_ROOM, SimServer } from './sim-server.ts'

/** What one simulated run met. */
export interface NetworkResult {
  readonly seed: number
  readonly operations: number
  readonly restarts: number
  readonly powerCuts: number
  readonly cuts: number
  readonly failedWrites: number
  /** How often a right to write was taken or given. */
  readonly rights: number
  readonly promised: number
  /** Characters that came too late and wait for the chair. */
  readonly late: number
  readonly faults: readonly string[]
}

/** A short line moved in the middle of an hour offline is not told from typing; the text fuzz holds moves. */
const KINDS: Partial<Record<OperationKind, number>> = { wipe: 0, compose: 0, moveBlock: 0 }

/** Runs one seed: 2 to 5 clients on one room; links break, the server is killed, the power goes, writes fail. */
export async function runNetwork(seed: number, steps = 60): Promise<NetworkResult> {
  const random = new Random(seed)
  const clock = new SimClock()
  const journal = new SimJournal(clock, random)
  const server = new SimServer(journal, clock, (doc) => seedText(doc))
  const clients = Array.from({ length: random.int(2, 5) }, (_, index) => {
    const name = 'abcde'.charAt(index)
    const empty = Y.encodeStateAsUpdate(new Y.Doc())
    const client = 1000 + random.int(0, 99) * 10 + index
    const makeTypist = (page: number): Typist => {
      return new Typist(name, client + page * 1000, empty, 'grouped', page === 0 ? name : `${name}${page}x`)
    }
    return new SimClient(name, makeTypist, server, clock, random)
  })
  for (const client of clients) client.connect()
  await clock.advance(1500)
  const world = {
    random,
    clock,
    journal,
    server,
    clients,
    counts: { restarts: 0, powerCuts: 0, cuts: 0, failedWrites: 0, rights: 0 },
  }
  const authors = new Map<string, string>()
  const weights = { ...OPERATION_WEIGHTS, ...KINDS } as Record<OperationKind, number>
  let fresh = 0
  const freshText = (length: number): string => {
    return Array.from({ length }, () =>
      String.fromCodePoint((random.chance(0.2) ? 0x20000 : 0x4e00) + fresh++),
    ).join('')
  }
  const deleted = new Set<string>()
  for (let step = 0; step < steps; step++) {
    const { typist, mayWrite } = random.pick(clients)
    if (!mayWrite) {
      // Typing stops as soon as the page hears of it.
      disturb(world)
      await clock.advance(random.int(0, 60))
      continue
    }
    const before = seenChars(typist.binding.blocks).map(({ char }) => char)
    operate(random.weighted(weights), typist, { random, freshText })
    const after = new Set(seenChars(typist.binding.blocks).map(({ char }) => char))
    for (const char of before) if (!after.has(char)) deleted.add(char)
    for (const char of after) if (!authors.has(char)) authors.set(char, typist.name)
    disturb(world)
    await clock.advance(random.int(0, 60))
  }
  journal.failing = 0
  for (const { member } of clients) server.setRight(member, true)
  await clock.advance(20_000)
  const lateWords = journal.lateWords(SIM_ROOM)
  await clock.advance(100)
  const late = new Set((await lateWords).flatMap(({ update }) => charsOf(update)))
  const faults = await judge(world, authors, deleted, late)
  const promised = new Set(clients.flatMap((client) => [...client.promised])).size
  return { seed, operations: steps, promised, late: late.size, faults, ...world.counts }
}

interface World {
  readonly random: Random
  readonly clock: SimClock
  readonly journal: SimJournal
  readonly server: SimServer
  readonly clients: readonly SimClient[]
  readonly counts: {
    restarts: number
    powerCuts: number
    cuts: number
    failedWrites: number
    rights: number
  }
}

function disturb({ random, journal, server, clients, counts }: World): void {
  if (random.chance(0.08)) {
    random.pick(clients).cut()
    counts.cuts++
  }
  if (random.chance(0.04)) {
    server.setRight(random.pick(clients).member, random.chance(0.4))
    counts.rights++
  }
  if (random.chance(0.03)) {
    journal.failing = random.int(1, 3)
    counts.failedWrites++
  }
  if (random.chance(0.04)) {
    if (random.chance(0.5)) {
      journal.crash()
      counts.powerCuts++
    }
    server.restart()
    for (const client of clients) client.lose()
    counts.restarts++
  }
}

/** Everybody holds the same, nothing that was promised is missing, and everybody is credited with their own. */
async function judge(
  { clock, journal, server, clients }: World,
  authors: ReadonlyMap<string, string>,
  deleted: ReadonlySet<string>,
  late: ReadonlySet<string>,
): Promise<string[]> {
  const faults: string[] = []
  const reading = journal.read(SIM_ROOM)
  await clock.advance(100)
  const stored = await reading
  const parts = parseRoomName(SIM_ROOM)?.parts as RoomParts
  const document = new RoomDocument(parts, stored)
  const blocks = renderBlocks(document.doc.getText('text'))
  const expected = describeBlocks(blocks)
  for (const { member, typist, refusals, isConnected } of clients) {
    if (!isConnected) faults.push(`${member} never came back`)
    if (refusals.length > 0) faults.push(`${member} was refused: ${refusals.join(', ')}`)
    const shown = describeBlocks(renderBlocks(typist.binding.text))
    if (shown !== expected) faults.push(`${member} differs from what is stored:\n${shown}\n---\n${expected}`)
  }
  const standing = seenChars(blocks)
  const chars = new Set(standing.map(({ char }) => char))
  for (const char of new Set(clients.flatMap(({ promised }) => [...promised]))) {
    if (!chars.has(char) && !deleted.has(char)) faults.push(`${char} was promised and is gone`)
  }
  const offered = new Set(clients.flatMap((client) => [...client.offered]))
  for (const char of authors.keys()) {
    if (chars.has(char) || deleted.has(char) || late.has(char) || offered.has(char)) continue
    if (!char.startsWith('atom:')) faults.push(`${char} was typed and is nowhere, not even kept`)
  }
  const owners = new Map((stored?.bindings ?? []).map(({ client, member }) => [client, String(member)]))
  const moves = new MoveMap(stored?.moves)
  for (const seen of standing) {
    const { typedBy, movedBy } = authorshipOf(seen, (client) => owners.get(client) ?? null, moves)
    if (typedBy === null) faults.push(`${seen.char} has no author`)
    else if (
      typedBy !== authors.get(seen.char) &&
      movedBy.length === 0 &&
      !deleted.has(seen.char) &&
      !seen.char.startsWith('atom:')
    ) {
      faults.push(`${seen.char} typed by ${authors.get(seen.char)} is credited to ${typedBy}`)
    }
  }
  if (server.rooms.size > 1) faults.push('more rooms than one')
  return faults
}
