import { SaxesParser } from 'saxes'
import { MAX_DEPTH, MAX_ELEMENTS } from './statement-limits.ts'
import { UnreadableFile } from './unreadable-file.ts'

/** An element with its prefixed name (`w:p`), attributes, and elements and texts inside it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
}

/** Prefixes by which Word's namespaces go here, whatever the file calls them (ECMA-376 transitional, then strict). */
const PREFIXES: Readonly<Record<string, string>> = {
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main': 'w',
  'http://purl.oclc.org/ooxml/wordprocessingml/main': 'w',
  'http://schemas.openxmlformats.org/officeDocument/2006/relationships': 'r',
  'http://purl.oclc.org/ooxml/officeDocument/relationships': 'r',
  'http://schemas.openxmlformats.org/officeDocument/2006/math': 'm',
  'http://schemas.openxmlformats.org/drawingml/2006/main': 'a',
  'http://purl.oclc.org/ooxml/drawingml/main': 'a',
  'http://schemas.openxmlformats.org/markup-compatibility/2006': 'mc',
  'http://schemas.openxmlformats.org/package/2006/relationships': '',
}

/**
 * Reads XML into a tree. Entities of a document type are never declared, let alone fetched: a document type is refused
 * whole, as OPC does (ECMA-376-2, 9.1.4), so nothing can grow or point outside (EX7). Throws UnreadableFile.
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [] }
  const open: XmlElement[] = [root]
  let elements = 0
  const parser = new SaxesParser({ xmlns: true })
  const refuse = (): never => {
    throw new UnreadableFile('damaged')
  }
  parser.on('error', refuse)
  parser.on('doctype', refuse)
  parser.on('opentag', (tag) => {
    elements++
    if (elements > MAX_ELEMENTS || open.length > MAX_DEPTH) throw new UnreadableFile('too-much')
    const attributes: Record<string, string> = {}
    for (const { uri, local, value } of Object.values(tag.attributes)) attributes[nameOf(uri, local)] = value
    const element = { name: nameOf(tag.uri, tag.local), attributes, children: [] }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => void open.pop())
  const take = (text: string): void => void open.at(-1)?.children.push(text)
  parser.on('text', take)
  parser.on('cdata', take)
  parser.write(decodeXml(bytes)).close()
  const found = root.children.find((child) => typeof child !== 'string')
  return found ?? refuse()
}

function nameOf(uri: string, local: string): string {
  if (uri === '') return local
  const prefix = PREFIXES[uri]
  if (prefix === undefined) return `?:${local}`
  return prefix === '' ? local : `${prefix}:${local}`
}

/** OPC knows two encodings (ECMA-376-2, 9.1.4): UTF-8, and UTF-16 with its mark. */
function decodeXml(bytes: Uint8Array): string {
  const [first, second] = bytes
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new UnreadableFile('damaged')
  }
}

/** Gives the first element of that name directly inside another. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** Gives all elements of that name directly inside another. */
export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  )
}

/** Gives the text directly inside an element. */
export function textOf(element: XmlElement): string {
  return element.children.filter((child) => typeof child === 'string').join('')
}
