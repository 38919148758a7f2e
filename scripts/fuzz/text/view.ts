import type { Block, Formats } from '../../../shared/text/block.ts'

/** One visible character (a whole code point) or atom, as a reader sees it. */
export interface SeenChar {
  readonly char: string
  readonly block: string
  readonly client: number
  readonly clock: number
  readonly formats: Formats
}

/** Lists what blocks show, in reading order. */
export function seenChars(blocks: readonly Block[]): SeenChar[] {
  const seen: SeenChar[] = []
  for (const block of blocks) {
    for (const inline of block.inlines) {
      const units = 'text' in inline ? [...inline.text] : [`atom:${String(inline.atom.id)}`]
      let { clock } = inline.at
      for (const char of units) {
        seen.push({ char, block: block.id, client: inline.at.client, clock, formats: inline.formats })
        clock += 'text' in inline ? char.length : 1
      }
    }
  }
  return seen
}

/** Writes blocks down completely, for comparing two readings of one text. */
export function describeBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      const chars = seenChars([block]).map(({ char, client, clock, formats }) => {
        return `${char}@${client}:${clock}${Object.keys(formats).length > 0 ? JSON.stringify(sorted(formats)) : ''}`
      })
      const seams = block.seams.map(({ offset, id }) => `${offset}=${id}`).join(',')
      const marker = block.marker === null ? '-' : `${block.marker.client}:${block.marker.clock}`
      const attributes = JSON.stringify(sorted(block.attributes))
      return `${block.id}(${marker} ${block.state} ${attributes} ${JSON.stringify(sorted(block.formats))}) [${seams}] ${chars.join(' ')}`
    })
    .join('\n')
}

function sorted(record: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))
}
