/** Most names that stand in the margin beside one row; of the others the last one tells the number. */
const MOST_NAMES = 2

/**
 * Puts the names of carets in one row of text under each other: they stand in the margin, never over words. Names in lines
 * far from what is seen are not laid out, and left alone.
 */
export function stackNames(editor: HTMLElement): void {
  const rows = new Map<number, HTMLElement[]>()
  const middle = window.innerWidth / 2
  const late = new Set<HTMLElement>()
  // All is measured before anything is moved: the page is laid out once.
  for (const name of editor.querySelectorAll<HTMLElement>('.remote-caret-name')) {
    const caret = name.parentElement
    if (caret === null || !caret.checkVisibility({ contentVisibilityAuto: true })) continue
    const { top, left } = caret.getBoundingClientRect()
    if (left > middle) late.add(name)
    const row = Math.round(top)
    const list = rows.get(row)
    if (list === undefined) rows.set(row, [name])
    else list.push(name)
  }
  for (const names of rows.values()) {
    const hidden = Math.max(0, names.length - MOST_NAMES)
    for (const [index, name] of names.entries()) {
      place(name, index, hidden)
      // Where there is no margin a name reaches from its caret to the middle of the page.
      name.toggleAttribute('data-late', late.has(name))
    }
  }
}

function place(name: HTMLElement, index: number, hidden: number): void {
  const stack = String(Math.min(index, MOST_NAMES))
  if (name.style.getPropertyValue('--stack') !== stack) name.style.setProperty('--stack', stack)
  const more = index === MOST_NAMES ? `+${hidden}` : ''
  if (index < MOST_NAMES) delete name.dataset['more']
  else if (name.dataset['more'] !== more) name.dataset['more'] = more
}
