import type * as Y from 'yjs'
import { type Block, blockText, type CharId } from '../../text/block.ts'
import { findItem, markerOf } from '../../text/items.ts'
import type { MoveMap } from '../../text/moves.ts'
import { renderBlocks } from '../../text/render.ts'
import { docOf } from '../../text/testing/flat-text.ts'
import { locatePassages, type PassagePlace } from '../locate-passage.ts'
import { charsIn, type Watched } from './passage-world.ts'

/** What was found in one look at all passages. */
export interface Verdict {
  readonly own: number
  readonly byQuote: number
  readonly detached: number
  readonly faults: readonly string[]
}

/** Holds where passages are located against each character's identity. */
export function judgePassages(text: Y.Text, moves: MoveMap, watched: readonly Watched[]): Verdict {
  const blocks = renderBlocks(text)
  let all: ReadonlySet<string> | null = null
  const places = locatePassages(
    text,
    blocks,
    watched.map(({ passage }) => passage),
    moves,
  )
  const faults = places.flatMap((place, index) => {
    const fault = faultOf(place, watched[index] as Watched)
    return fault === null ? [] : [`passage ${index} "${watched[index]?.passage.quote}": ${fault}`]
  })
  const byQuote = places.filter((place) => place?.byQuote).length
  const detached = places.filter((place) => place === null).length
  return { own: places.length - byQuote - detached, byQuote, detached, faults }

  function typed(key: string): string {
    const at = charOf(key)
    return keyOf(moves.origins(at).at(-1) ?? at)
  }

  function faultOf(place: PassagePlace | null, { passage, chars, known }: Watched): string | null {
    const own = new Set(chars.map(typed))
    if (place === null || place.byQuote) {
      all ??= new Set(blocks.flatMap((block) => charsIn(block, 0, Number.MAX_SAFE_INTEGER)).map(typed))
      const left = [...own].filter((key) => all?.has(key)).length
      if (left > 0) return `${left} of its characters stand, and it is not on them`
    }
    if (place === null) return null
    const block = blocks[place.block] as Block
    const found = charsIn(block, place.from, place.to)
    const words = blockText(block).slice(place.from, place.to)
    if (found.length === 0) return 'it stands on nothing'
    if (!place.byQuote) {
      // Between its ends others may have written.
      const isOn = [found.at(0), found.at(-1)].every((key) => key !== undefined && own.has(typed(key)))
      return isOn ? null : `it stands on other words: "${words}"`
    }
    if (words !== passage.quote) return `"${words}" is not its quote`
    const isNew = found.every((key) => {
      const { client, clock } = charOf(key)
      return typed(key) === key && clock >= (known.get(client) ?? 0)
    })
    if (!isNew) return `"${words}" stood there when it was made, or was moved there`
    const line = lineOf(text, passage.anchor.start)
    const isThere = found.every((key) => lineOf(text, charOf(key)) === line)
    return isThere ? null : `"${words}" was written in another line`
  }
}

function keyOf({ client, clock }: CharId): string {
  return `${client}:${clock}`
}

function charOf(key: string): CharId {
  const [client, clock] = key.split(':').map(Number) as [number, number]
  return { client, clock }
}

/** Gives the marker behind which a character stands, deleted or not. */
function lineOf(text: Y.Text, at: CharId): Y.Item | null {
  let item = findItem(docOf(text), at)
  while (item !== null && markerOf(item) === null) item = item.left
  return item
}
