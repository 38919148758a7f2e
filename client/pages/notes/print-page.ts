/** What stands at the edges of every page. */
export interface PageEdges {
  readonly topStart: string
  readonly topEnd: string
  readonly bottomStart: string
  /** What stands before, between and behind the page's number and how many there are. */
  readonly count: readonly [string, string, string]
  readonly dir: 'ltr' | 'rtl'
}

/**
 * Gives the style sheet of printed pages: margins, and words at their edges where the browser can (Chromium from 131 on;
 * elsewhere the first page says the same). A sheet of its own, since it says this topic's words.
 */
export function makePageStyle(edges: PageEdges): CSSStyleSheet {
  const { topStart, topEnd, bottomStart, count, dir } = edges
  const [start, end] = dir === 'rtl' ? ['right', 'left'] : ['left', 'right']
  const [before, between, after] = count.map(quoted)
  const box = (place: string, content: string): string =>
    `@${place} { content: ${content}; color: #444; direction: ${dir};
      font: 9pt 'Liberation Serif', 'Times New Roman', Times, 'Noto Naskh Arabic Variable', serif; }`
  const pages = `${before} counter(page) ${between} counter(pages) ${after}`
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`
    @page {
      margin: 22mm 20mm 20mm;
      ${box(`top-${start}`, quoted(topStart))}
      ${box(`top-${end}`, quoted(topEnd))}
      ${box(`bottom-${start}`, quoted(bottomStart))}
      ${box(`bottom-${end}`, pages)}
    }
    @page :first {
      @top-left { content: none; }
      @top-right { content: none; }
    }`)
  return sheet
}

/** CSS has its own escapes: a backslash, a quote or a line's end would end the string. */
function quoted(text: string): string {
  return `"${text.replace(/["\\\n\r\f]/g, (sign) => `\\${sign.charCodeAt(0).toString(16)} `)}"`
}
