import { STYLE } from './pasted-styles.ts'

/** The deepest a list goes (format.md). */
const MAX_DEPTH = 5
/** Signs that are bullets in Word's symbol fonts. */
const BULLET = /^[·•●○o§▪■□–\-\u00d8\u00fc\u00a7\uf0a7\uf0b7\uf0d8\uf0fc]$/

/**
 * Makes what Word puts on the clipboard into what it means: its lists are paragraphs with the sign written out in front,
 * its title a paragraph with a class. HTML of other programs is left as it is.
 */
export function readWordHtml(body: HTMLElement): void {
  for (const gone of body.querySelectorAll(`div[${STYLE}*='mso-element:comment-list'], .MsoCommentReference`))
    gone.remove()
  for (const title of body.querySelectorAll('p.MsoTitle, p.MsoSubtitle'))
    rename(title, title.classList.contains('MsoTitle') ? 'h1' : 'h2')
  for (const paragraph of body.querySelectorAll(`p[${STYLE}*='mso-list'], h1, h2, h3, h4, h5, h6`))
    readListSign(paragraph)
  // Empty paragraphs of Word hold a space that keeps their height.
  for (const paragraph of body.querySelectorAll('p')) {
    const isEmpty = paragraph.querySelector('img, br') === null && (paragraph.textContent ?? '').trim() === ''
    if (isEmpty && paragraph.querySelector('[class^=Mso], o\\:p') !== null) paragraph.remove()
  }
}

/** A bullet makes a list's line of its paragraph; a number becomes words of it: it is how one finds the paragraph again. */
function readListSign(paragraph: Element): void {
  const ignored = paragraph.querySelector(
    `span[${STYLE}*='mso-list:Ignore'], span[${STYLE}*='mso-list: Ignore']`,
  )
  if (ignored === null) return
  const sign = (ignored.textContent ?? '').replace(/[\s\u00a0]+/g, ' ').trim()
  const holder = ignored
  const isBullet = BULLET.test(sign)
  if (!isBullet && sign !== '') holder.replaceWith(`${sign} `)
  else holder.remove()
  if (!isBullet || paragraph.tagName !== 'P') return
  const level = Number(/mso-list:[^;]*\blevel(\d)/.exec(paragraph.getAttribute(STYLE) ?? '')?.[1] ?? 1)
  const item = rename(paragraph, 'li')
  let list: Element = item
  for (let depth = 0; depth < Math.min(level, MAX_DEPTH + 1); depth++) {
    const around = item.ownerDocument.createElement('ul')
    list.replaceWith(around)
    around.append(list)
    list = around
  }
}

function rename(element: Element, name: string): HTMLElement {
  const made = element.ownerDocument.createElement(name)
  made.append(...element.childNodes)
  element.replaceWith(made)
  return made
}
