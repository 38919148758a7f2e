import { childOf, childrenOf, type XmlElement } from '../parse-xml.ts'

/** Where a paragraph stands in a list: which numbering, how deep. */
export interface ListPlace {
  readonly list: string
  readonly level: number
}

/** What a style says, together with those that it is based on. */
export interface Style {
  /** 1 to 9; null: no heading. */
  readonly heading: number | null
  readonly place: ListPlace | null
  readonly looks: readonly XmlElement[]
}

const NO_STYLE: Style = { heading: null, place: null, looks: [] }
/** Word stops at eleven; a circle must end somewhere. */
const MAX_BASES = 20

/** The styles of a document, by their ids. */
export class Styles {
  readonly #styles: ReadonlyMap<string, XmlElement>
  readonly #known = new Map<string, Style>()

  constructor(part: XmlElement | null) {
    const styles = part === null ? [] : childrenOf(part, 'w:style')
    this.#styles = new Map(styles.map((style) => [style.attributes['w:styleId'] ?? '', style]))
  }

  /** Gives what a style says; one that is not there says nothing. */
  of(id: string | undefined): Style {
    if (id === undefined) return NO_STYLE
    const known = this.#known.get(id) ?? this.#read(id)
    this.#known.set(id, known)
    return known
  }

  #read(id: string): Style {
    let heading: number | null = null
    let list: string | undefined
    let level: number | undefined
    const looks: XmlElement[] = []
    let style = this.#styles.get(id)
    for (let bases = 0; style !== undefined && bases < MAX_BASES; bases++) {
      const properties = childOf(style, 'w:pPr')
      heading ??= headingOf(nameOf(style), properties)
      const numbering = childOf(properties, 'w:numPr')
      list ??= valOf(childOf(numbering, 'w:numId'))
      level ??= numberOf(childOf(numbering, 'w:ilvl'))
      const look = childOf(style, 'w:rPr')
      if (look !== undefined) looks.unshift(look)
      style = this.#styles.get(valOf(childOf(style, 'w:basedOn')) ?? '')
    }
    const place = list === undefined ? null : { list, level: level ?? 0 }
    return { heading, place, looks }
  }
}

/** Gives the heading's level that a paragraph's own properties or a style's name ask for. */
export function headingOf(name: string, properties: XmlElement | undefined): number | null {
  const named = /^heading ([1-9])$/.exec(name)?.[1]
  if (named !== undefined) return Number(named)
  if (name === 'title') return 1
  if (name === 'subtitle') return 2
  const outline = numberOf(childOf(properties, 'w:outlineLvl'))
  return outline === undefined || outline < 0 || outline > 8 ? null : outline + 1
}

function nameOf(style: XmlElement): string {
  return (valOf(childOf(style, 'w:name')) ?? '').toLowerCase()
}

/** Gives the `w:val` of an element. */
export function valOf(element: XmlElement | undefined): string | undefined {
  return element?.attributes['w:val']
}

/** Gives the `w:val` of an element as a whole number. */
export function numberOf(element: XmlElement | undefined): number | undefined {
  const value = valOf(element)
  return value !== undefined && /^-?\d{1,6}$/.test(value) ? Number(value) : undefined
}
