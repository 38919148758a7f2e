import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'
import type { Report } from '../../../shared/report/report.ts'
import { wordTag } from './word-language.ts'

/**
 * Zip keeps local time from 1980 on; this is its first day in whatever zone the server runs, so the bytes are the same.
 * The date of the document stands in its properties.
 */
const ZIP_DATE = new Date(1980, 0, 1)

/**
 * Makes a package that says only what the document does: properties without anybody's name, dates from the data, and
 * the same bytes for the same document (EX1, EX5). The library puts in the time of day, a name of its own, and random
 * ids for links.
 */
export function sealPackage(packed: Uint8Array, report: Report): Uint8Array {
  const parts = unzipSync(packed)
  const sealed: Zippable = {}
  for (const name of Object.keys(parts).sort(byPartOrder)) {
    const part = parts[name]
    if (part === undefined || name.endsWith('/')) continue
    sealed[name] = [part, { mtime: ZIP_DATE }]
  }
  sealed['docProps/core.xml'] = [strToU8(coreProperties(report)), { mtime: ZIP_DATE }]
  for (const [name, text] of steadyLinks(parts)) sealed[name] = [strToU8(text), { mtime: ZIP_DATE }]
  return zipSync(sealed, { level: 6 })
}

// Readers that stream look for the list of types first.
function byPartOrder(one: string, other: string): number {
  const first = '[Content_Types].xml'
  if (one === first || other === first) return one === first ? -1 : 1
  return one < other ? -1 : 1
}

function coreProperties({ front, date, language }: Report): string {
  const at = `${date}T00:00:00Z`
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapeXml(front.title)}</dc:title>`,
    ...(front.notice === null ? [] : [`<dc:subject>${escapeXml(front.notice)}</dc:subject>`]),
    '<dc:creator></dc:creator>',
    '<cp:lastModifiedBy></cp:lastModifiedBy>',
    '<cp:revision>1</cp:revision>',
    `<dcterms:created xsi:type="dcterms:W3CDTF">${at}</dcterms:created>`,
    `<dcterms:modified xsi:type="dcterms:W3CDTF">${at}</dcterms:modified>`,
    `<dc:language>${wordTag(language)}</dc:language>`,
    '</cp:coreProperties>',
  ].join('')
}

/** Gives links ids by their order, in each part that has links and in its list of targets. */
function steadyLinks(parts: Readonly<Record<string, Uint8Array>>): [name: string, text: string][] {
  return Object.keys(parts).flatMap((name): [string, string][] => {
    const [, folder, part] = /^(.*\/)_rels\/([^/]+)\.rels$/.exec(name) ?? []
    const source = `${folder}${part}`
    if (folder === undefined || parts[name] === undefined || parts[source] === undefined) return []
    let targets = strFromU8(parts[name])
    let text = strFromU8(parts[source])
    let count = 0
    for (const [, id] of text.matchAll(/<w:hyperlink [^>]*r:id="([^"]+)"/g)) {
      count++
      text = text.replaceAll(`r:id="${id}"`, `r:id="link${count}"`)
      targets = targets.replaceAll(`Id="${id}"`, `Id="link${count}"`)
    }
    return count === 0
      ? []
      : [
          [name, targets],
          [source, text],
        ]
  })
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
