/** Elements that the exporter writes (its README); everything else is shown as the words in it. */
const ELEMENTS: ReadonlySet<string> = new Set(
  'article header footer section h1 h2 h3 h4 p ul li span sup b i u s br a'.split(' '),
)
/** What has no words in it, or none to be read. */
const DROPPED: ReadonlySet<string> = new Set(
  'script style template iframe object embed svg math link meta title noscript'.split(' '),
)
const CLASS = /^report(-[a-z0-9]+)*$/
const LANG = /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,4}$/i
const LINK = /^(https?:|mailto:)/i

/**
 * Copies a document made by the exporter, element for element from a list: nothing else can come into the page,
 * whatever somebody wrote into the draft. A frame would be a second document without the page's fonts and themes, and
 * the content security policy has no place for one.
 */
export function safeCopy(from: Element, into: Document): HTMLElement | null {
  const name = from.localName
  if (!ELEMENTS.has(name)) return null
  const copy = into.createElement(name)
  copyAttributes(from, copy)
  appendCopies(from, copy, into)
  return copy
}

function appendCopies(from: Element, to: HTMLElement, into: Document): void {
  for (const child of from.childNodes) {
    if (child instanceof Element) {
      const copy = safeCopy(child, into)
      if (copy !== null) to.append(copy)
      else if (!DROPPED.has(child.localName)) appendCopies(child, to, into)
    } else if (child.nodeType === Node.TEXT_NODE) to.append(child.textContent ?? '')
  }
}

function copyAttributes(from: Element, copy: HTMLElement): void {
  const classes = [...from.classList].filter((name) => CLASS.test(name))
  if (classes.length > 0) copy.className = classes.join(' ')
  const lang = from.getAttribute('lang')
  if (lang !== null && LANG.test(lang)) copy.lang = lang
  const dir = from.getAttribute('dir')
  if (dir === 'ltr' || dir === 'rtl') copy.dir = dir
  const href = from.getAttribute('href')
  if (copy instanceof HTMLAnchorElement && href !== null && LINK.test(href)) {
    copy.href = href
    copy.rel = 'noopener noreferrer nofollow'
    copy.target = '_blank'
  }
}
