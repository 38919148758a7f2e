/**
 * Has React leave an editor's selection alone. Round every commit React saves and restores the selection of whatever has the
 * focus and says that it is editable, and counts through all text before the caret for it: thousands of lines, several
 * times a key. The editor keeps its selection itself. The browser's own `isContentEditable` tells as before.
 */
export function keepOwnSelection(dom: HTMLElement): void {
  Object.defineProperty(dom, 'contentEditable', {
    configurable: true,
    get: () => 'inherit',
    set: (value: string) => dom.setAttribute('contenteditable', value),
  })
}
