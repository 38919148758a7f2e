import { countPasteLeft, type PasteLeft } from './paste-left.ts'
import { readStyles, withoutStyles } from './pasted-styles.ts'
import { readWordHtml } from './word-html.ts'

/**
 * Prepares pasted HTML for flat text: what a page nests (paragraphs in list items, cells in rows) becomes lines beside
 * each other, so that no word runs into the next and no empty line comes along. Parsed without running anything.
 */
export function flattenHtml(html: string, told: (left: PasteLeft) => void): string {
  const { body } = new DOMParser().parseFromString(withoutStyles(html), 'text/html')
  told(countPasteLeft(body))
  readWordHtml(body)
  readStyles(body)
  for (const row of body.querySelectorAll('tr')) rowToLine(row)
  for (const table of body.querySelectorAll('table')) table.replaceWith(...linesIn(table))
  for (const item of body.querySelectorAll('li')) {
    for (const block of [...item.children]) {
      // The first paragraph is the item's own text; a further one stays a line of its own.
      if (block.matches('p,div') && !hasTextBefore(block)) block.replaceWith(...block.childNodes)
    }
  }
  return body.innerHTML
}

/** A row becomes one line, its cells apart by a space. */
function rowToLine(row: Element): void {
  const line = row.ownerDocument.createElement('p')
  line.className = 'row'
  for (const cell of row.querySelectorAll('td,th')) {
    if (line.childNodes.length > 0) line.append(' ')
    for (const block of cell.querySelectorAll('p,div')) block.replaceWith(...block.childNodes, ' ')
    line.append(...cell.childNodes)
  }
  row.replaceWith(line)
}

function linesIn(table: Element): Element[] {
  return [...table.querySelectorAll('p.row, caption')].map((line) => {
    if (line.tagName === 'P') return line
    const paragraph = line.ownerDocument.createElement('p')
    paragraph.append(...line.childNodes)
    return paragraph
  })
}

function hasTextBefore(block: Element): boolean {
  for (let at = block.previousSibling; at !== null; at = at.previousSibling) {
    if ((at.textContent ?? '').trim() !== '') return true
  }
  return false
}
