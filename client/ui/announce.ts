const regions = new Map<'assertive' | 'polite', HTMLElement>()

/** Has screen readers say something at once, whatever has the focus. Nothing is shown. */
export function announce(text: string): void {
  say('assertive', text)
}

/** Has screen readers say something once they have finished what they are saying. Nothing is shown. */
export function announcePolitely(text: string): void {
  say('polite', text)
}

function say(manner: 'assertive' | 'polite', text: string): void {
  const region = regions.get(manner) ?? makeRegion(manner)
  // The same words again are a change only if others stood there before.
  region.textContent = region.textContent === text ? `${text}\u00A0` : text
}

function makeRegion(manner: 'assertive' | 'polite'): HTMLElement {
  const made = document.createElement('div')
  made.className = 'visually-hidden'
  made.setAttribute('aria-live', manner)
  document.body.append(made)
  regions.set(manner, made)
  return made
}
