/** What `style` is called while pasted HTML is read: the page's security policy applies no inline style, and reports each. */
export const STYLE = 'data-pasted-style'

/** Gives HTML whose inline styles are plain attributes. */
export function withoutStyles(html: string): string {
  return html.replace(/<[a-z][^>]*>/gi, (tag) => tag.replace(/\sstyle\s*=/gi, ` ${STYLE}=`))
}

const LOOKS: readonly (readonly [RegExp, string])[] = [
  [/(?:^|;)\s*font-weight\s*:\s*(?:bold|bolder|[6-9]00)\b/i, 'strong'],
  [/(?:^|;)\s*font-style\s*:\s*italic\b/i, 'em'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bunderline\b/i, 'u'],
  [/(?:^|;)\s*text-decoration(?:-line)?\s*:[^;]*\bline-through\b/i, 's'],
]
const PLAIN_WEIGHT = /(?:^|;)\s*font-weight\s*:\s*(?:normal|[1-5]00)\b/i

/** Makes elements of what inline styles say of a text's looks; many programs say it in no other way. */
export function readStyles(body: HTMLElement): void {
  for (const element of body.querySelectorAll(`[${STYLE}]`)) {
    const style = element.getAttribute(STYLE) ?? ''
    element.removeAttribute(STYLE)
    // Google Docs puts everything it copies into a <b> that is not bold.
    if (element.matches('b, strong') && PLAIN_WEIGHT.test(style)) {
      element.replaceWith(...element.childNodes)
      continue
    }
    // A heading is bold by being one; a link is underlined so.
    if (!element.matches('span, font')) continue
    for (const [says, name] of LOOKS) {
      if (!says.test(style)) continue
      const look = element.ownerDocument.createElement(name)
      look.append(...element.childNodes)
      element.append(look)
    }
  }
}
