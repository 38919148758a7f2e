import * as Y from 'yjs'
import * as forge from '../../../server/sync/testing/forge.ts'
import { ANNS, FREE, SERVER } from '../../../server/sync/testing/gated-room.ts'
import type { Random } from '../random.ts'
import { placeIn } from './neighbours.ts'

const CLIENTS = [SERVER, ANNS, FREE, 31, 32]
const KEYS = ['id', 'v', 'type', 'gone', 'rank', 'text', 'i1']

/** What is forged against: mostly it goes on where a clock stands, between characters that stand in the text. */
export interface Target {
  readonly text: Y.Text
  /** The place of the first character of the text. */
  readonly start: forge.ForgedPlace
}

/** Forges a well-formed update whose places and contents are drawn at random: each mostly near what is allowed. */
export function forgery(random: Random, target: Target): Uint8Array {
  const update = forge.forge()
  const clocks: Clocks = (client) => Y.getState((target.text.doc as Y.Doc).store, client)
  const clients = CLIENTS.filter((client) => random.chance(client === SERVER ? 0.02 : 0.35))
  for (const client of clients) {
    const structs = Array.from({ length: random.chance(0.6) ? 1 : random.int(2, 4) }, () =>
      struct(random, clocks, target),
    )
    update.from(
      client,
      Math.max(0, clocks(client) + (random.chance(0.93) ? 0 : random.int(-4, 1))),
      ...structs,
    )
  }
  for (let ranges = random.pick([0, 0, 0, 1, 2]); ranges > 0; ranges--) {
    const client = random.chance(0.9) ? SERVER : random.pick(CLIENTS)
    update.deletes(client, [random.int(0, Math.max(1, clocks(client))), random.int(1, 3)])
  }
  return update.bytes()
}

type Clocks = (client: number) => number

function struct(random: Random, clocks: Clocks, { text, start }: Target): ReturnType<typeof forge.item> {
  if (random.chance(0.03)) return forge.collected(random.int(0, 3))
  if (random.chance(0.03)) return forge.skip(random.int(0, 3))
  const at = (): forge.At => {
    const there = random.chance(0.95) ? CLIENTS.filter((client) => clocks(client) > 0) : CLIENTS
    const client = random.pick(there)
    return [client, random.int(0, clocks(client) - (random.chance(0.95) ? 1 : -2))]
  }
  const key = random.pick(KEYS)
  const inText = () => placeIn(random, text, start)
  const place = random.pick<() => forge.ForgedPlace>([
    inText,
    inText,
    inText,
    inText,
    () => ({ origin: at() }),
    () => ({ right: at() }),
    () => ({ origin: at(), right: at() }),
    () => ({ parent: at(), key }),
    () => ({ parent: at() }),
    () => ({ parent: random.pick(['text', 'items', 'evil']), ...(random.chance(0.5) ? { key } : {}) }),
  ])()
  return forge.item(place, content(random))
}

function content(random: Random): forge.ForgedContent {
  return random.pick<() => forge.ForgedContent>([
    () => forge.text('x'.repeat(random.int(0, 5))),
    () => forge.text('xyz'),
    () => forge.embed(random.pick([{ t: 'end' }, { t: 'break' }, { t: 'end', a: 1 }, 5])),
    () => forge.format('bold', random.pick([true, null, {}])),
    () => forge.any(...random.pick([['q'], ['q', 'r'], [true], [{}], []])),
    () => forge.type(random.pick(['map', 'map', 'text', 'xml-hook'])),
    () => forge.gone(random.chance(0.9) ? random.int(0, 4) : 2 ** random.int(20, 60)),
    () => forge.json(1),
  ])()
}
