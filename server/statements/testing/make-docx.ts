import { type Zippable, zipSync } from 'fflate'

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NAMESPACES =
  `xmlns:w="${WORD}" xmlns:r="${OFFICE}" xmlns:v="urn:schemas-microsoft-com:vml" ` +
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" ' +
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" ' +
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'

/** Parts of a document beside its body: the inside of their roots. */
export interface DocxParts {
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  readonly endnotes?: string
  readonly header?: string
  readonly comments?: string
  /** Links by their ids. */
  readonly links?: Readonly<Record<string, string>>
}

const ROOTS: Readonly<Record<string, string>> = { header: 'hdr' }

/** Makes a Word document from the XML inside its body, as another program might write it. */
export function makeDocx(
  body: string,
  { links = {}, ...parts }: DocxParts = {},
  more: Zippable = {},
): Uint8Array {
  const relations = Object.keys(parts).map(
    (part) => `<Relationship Id="of-${part}" Type="${OFFICE}/${part}" Target="${part}.xml"/>`,
  )
  const addresses = Object.entries(links).map(
    ([id, target]) =>
      `<Relationship Id="${id}" Type="${OFFICE}/hyperlink" Target="${target}" TargetMode="External"/>`,
  )
  const files: Record<string, string> = {
    '_rels/.rels': relationships(
      `<Relationship Id="r" Type="${OFFICE}/officeDocument" Target="word/document.xml"/>`,
    ),
    'word/document.xml': rooted('document', `<w:body>${body}</w:body>`),
    'word/_rels/document.xml.rels': relationships([...relations, ...addresses].join('')),
  }
  for (const [part, inside] of Object.entries(parts))
    files[`word/${part}.xml`] = rooted(ROOTS[part] ?? part, inside)
  const encoded = Object.entries(files).map(([name, text]) => [name, new TextEncoder().encode(text)] as const)
  return zipSync({ ...Object.fromEntries(encoded), ...more })
}

function rooted(name: string, inside: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?><w:${name} ${NAMESPACES}>${inside}</w:${name}>`
}

function relationships(inside: string): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
}

/** A paragraph's XML: its words, and what its properties say. */
export function paragraph(words: string, properties = ''): string {
  return `<w:p><w:pPr>${properties}</w:pPr>${run(words)}</w:p>`
}

/** A run's XML. */
export function run(words: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${words}</w:t></w:r>`
}

/** Puts a paragraph into a list. */
export function inList(list: number, level = 0): string {
  return `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
}

/** A numbering of three levels, `1.`, `(a)`, bullet, used by the lists 1 and 2; list 3 begins anew at 1. */
export const NUMBERING = [
  '<w:abstractNum w:abstractNumId="0">',
  level(0, 'decimal', '%1.'),
  level(1, 'lowerLetter', '(%2)'),
  level(2, 'bullet', '•'),
  '</w:abstractNum>',
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="2"><w:abstractNumId w:val="0"/></w:num>',
  '<w:num w:numId="3"><w:abstractNumId w:val="0"/>',
  '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>',
].join('')

function level(at: number, format: string, text: string): string {
  return `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`
}
