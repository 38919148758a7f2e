/** Most names that stand in the margin beside one row; of the others the last one tells the number. */
const MOST_NAMES = 2

/** Puts the names of carets in one row of text under each other: they stand in the margin, never over words. */
export function stackNames(editor: HTMLElement): void {
  const rows = new Map<string, HTMLElement[]>()
  for (const name of editor.querySelectorAll<HTMLElement>('.remote-caret-name')) {
    name.style.removeProperty('--stack')
    delete name.dataset['more']
    const row = Math.round(name.getBoundingClientRect().top)
    const list = rows.get(String(row))
    if (list === undefined) rows.set(String(row), [name])
    else list.push(name)
  }
  for (const names of rows.values()) {
    if (names.length < 2) continue
    const hidden = names.length > MOST_NAMES ? names.length - MOST_NAMES : 0
    for (const [index, name] of names.entries()) {
      name.style.setProperty('--stack', String(Math.min(index, MOST_NAMES)))
      if (hidden > 0 && index === MOST_NAMES) name.dataset['more'] = `+${hidden}`
      else if (index > MOST_NAMES) name.dataset['more'] = ''
    }
  }
}
