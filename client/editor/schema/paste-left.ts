import { STYLE } from './pasted-styles.ts'

/** Told on the editor's element when a paste leaves something out. */
export const PASTE_LEFT = 'minuta-paste-left'

/** What of a pasted text does not come along, or not as it looked. */
export interface PasteLeft {
  readonly images: number
  /** Their rows are lines. */
  readonly tables: number
  readonly comments: number
}

/** Counts what lines of text can't hold in pasted HTML, before it is made into lines. */
export function countPasteLeft(body: ParentNode): PasteLeft {
  // Word has each picture twice, the second time for browsers; only that one is an element here.
  const images = body.querySelectorAll('img, svg, video, object, canvas').length
  const tables = [...body.querySelectorAll('table')].filter((table) =>
    table.querySelector('tr > * + *'),
  ).length
  const comments = body.querySelectorAll(`div[${STYLE}*='mso-element:comment-list'] > div`).length
  return { images, tables, comments }
}

/** Has the page say what was left out; says nothing where nothing was. */
export function tellPasteLeft(element: Element, left: PasteLeft): void {
  if (Object.values(left).every((count) => count === 0)) return
  element.dispatchEvent(new CustomEvent<PasteLeft>(PASTE_LEFT, { detail: left }))
}
