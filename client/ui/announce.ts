let region: HTMLElement | null = null

/** Has screen readers say something at once, whatever has the focus. Nothing is shown. */
export function announce(text: string): void {
  region ??= makeRegion()
  // The same words again are a change only if others stood there before.
  region.textContent = region.textContent === text ? `${text}\u00A0` : text
}

function makeRegion(): HTMLElement {
  const made = document.createElement('div')
  made.className = 'visually-hidden'
  made.setAttribute('aria-live', 'assertive')
  document.body.append(made)
  return made
}
