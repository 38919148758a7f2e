import { strFromU8, unzipSync } from 'fflate'

/** Reads the parts of a Word file, by name. */
export function readParts(file: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]))
}

/** Gives the paragraphs of a part: style, list and level, and words; a line break reads as a newline. */
export function readParagraphs(xml = ''): { style: string; list: string; words: string; xml: string }[] {
  return [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = '']) => {
    const style = /<w:pStyle w:val="([^"]*)"/.exec(inner)?.[1] ?? ''
    const [, level, list] = /<w:numPr><w:ilvl w:val="(\d+)"\/><w:numId w:val="(\d+)"/.exec(inner) ?? []
    return { style, list: list === undefined ? '' : `${list}/${level}`, words: wordsOf(inner), xml: inner }
  })
}

function wordsOf(xml: string): string {
  const pieces = xml.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:br\/>/g)
  return [...pieces].map(([tag, text]) => (tag === '<w:br/>' ? '\n' : unescapeXml(text ?? ''))).join('')
}

/** Gives text as it was before it was written as XML or HTML. */
export function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}

const TOKEN = /<\?xml[^?]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>|([^<]+)/y
const CHARACTERS = /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u

/** Says what is wrong with a piece of XML: tags that don't match, bare signs, characters that XML forbids; null: nothing. */
export function xmlFault(xml: string): string | null {
  if (!CHARACTERS.test(xml)) return 'a character that XML forbids'
  const open: string[] = []
  TOKEN.lastIndex = 0
  while (TOKEN.lastIndex < xml.length) {
    const at = TOKEN.lastIndex
    const token = TOKEN.exec(xml)
    if (token === null) return `no XML at ${xml.slice(at, at + 60)}`
    const [, closing, name, attributes = '', empty, text = ''] = token
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(attributes + text)) return `a bare & at ${at}`
    if (name === undefined) continue
    if (closing === '/') {
      if (open.pop() !== name) return `</${name}> closes nothing at ${at}`
    } else if (empty !== '/') open.push(name)
  }
  return open.length === 0 ? null : `<${open.at(-1)}> stays open`
}
