import * as Y from 'yjs'
import {
  type At,
  any,
  type ForgedPlace,
  forge,
  format,
  item,
  text,
} from '../../../server/sync/testing/forge.ts'
import { SERVER } from '../../../server/sync/testing/gated-room.ts'
import { findItem, firstItem } from '../../../shared/text/items.ts'
import type { Random } from '../random.ts'

/** Of a longer run of characters the last alone is picked beside so many of the first. */
const MANY = 20

/** The forger's clientIDs, below, between and above those of others. */
const CLIENTS = [3, 15, 2500, 5000, 7000, 9500]

/**
 * Forges one struct of one or several clients: characters, a format or values of an attribute, in places near those
 * that stand and in any others.
 */
export function forgeNeighbours(random: Random, doc: Y.Doc): Uint8Array {
  const update = forge()
  const clients = random.chance(0.8) ? [random.pick(CLIENTS)] : CLIENTS.filter(() => random.chance(0.4))
  for (const client of clients) {
    const struct = random.chance(0.85) ? inText(random, doc) : inAttribute(random, doc)
    update.from(client, Y.getState(doc.store, client), struct)
  }
  if (random.chance(0.1)) update.deletes(SERVER, [random.int(3, 7), 1])
  return update.bytes()
}

function inText(random: Random, doc: Y.Doc): ReturnType<typeof item> {
  const near = placeIn(random, doc.getText('text'), { parent: 'text' })
  const place = random.pick<() => ForgedPlace>([
    () => near,
    () => near,
    () => ({ ...near, right: anywhere(random, doc) }),
    () => ({ ...near, origin: anywhere(random, doc) }),
    () => ({ origin: anywhere(random, doc), right: anywhere(random, doc) }),
    () => ({ right: anywhere(random, doc) }),
  ])()
  return item(place, random.chance(0.7) ? text('xyz'.slice(random.int(0, 2))) : format('bold', true))
}

function inAttribute(random: Random, doc: Y.Doc): ReturnType<typeof item> {
  const marker = findItem(doc, { client: SERVER, clock: 0 })?.content as Y.ContentType
  const values: At[] = []
  for (let value = marker.type._map.get('kind') ?? null; value !== null; value = value.left)
    values.push([value.id.client, value.id.clock])
  const [value, other] = [random.pick([undefined, ...values]), random.pick([undefined, ...values])]
  if (value === undefined) return item({ parent: [SERVER, 0], key: 'kind' }, any('trend'))
  return item({ origin: value, ...(other && random.chance(0.2) ? { right: other } : {}) }, any('lesson'))
}

function anywhere(random: Random, doc: Y.Doc): At {
  const client = random.pick([...doc.store.clients.keys()])
  return [client, random.int(0, Y.getState(doc.store, client) - 1)]
}

/**
 * Picks a place between two neighbours as an author sees them who doesn't know the last of what others wrote. Now and
 * then the right one is left out or stands further on, so that the place is one that nobody saw.
 */
export function placeIn(random: Random, text: Y.Text, whenEmpty: ForgedPlace): ForgedPlace {
  const horizons = new Map<number, number>()
  const seen: At[] = []
  for (let item = firstItem(text); item !== null; item = item.right) {
    const { client, clock } = item.id
    const horizon =
      horizons.get(client) ?? (random.chance(0.5) ? Number.POSITIVE_INFINITY : random.int(0, 30))
    horizons.set(client, horizon)
    const end = Math.min(clock + item.length, horizon)
    for (let unit = clock; unit < end; unit += unit < clock + MANY ? 1 : Math.max(1, end - 1 - unit))
      seen.push([client, unit])
  }
  const index = random.int(0, seen.length)
  const origin = seen[index - 1]
  const right = random.chance(0.1) ? undefined : seen[index + (random.chance(0.9) ? 0 : random.int(1, 4))]
  if (origin === undefined && right === undefined) return whenEmpty
  return { ...(origin ? { origin } : {}), ...(right ? { right } : {}) }
}
