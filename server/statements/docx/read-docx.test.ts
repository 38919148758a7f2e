import { describe, expect, it } from 'vitest'
import { inShort } from '../testing/in-short.ts'
import { type DocxParts, inList, makeDocx, NUMBERING, paragraph, run } from '../testing/make-docx.ts'
import { readDocx } from './read-docx.ts'

function read(body: string, parts: DocxParts = {}) {
  const statement = readDocx(makeDocx(body, parts))
  return { lines: inShort(statement), left: statement.left }
}

describe('paragraphs', () => {
  it('[EX7] keep their looks, line breaks and tabs; empty ones are left', () => {
    const body =
      paragraph('') +
      `<w:p>${run('We ')}${run('welcome', '<w:b/>')}${run(' and ', '<w:b w:val="0"/>')}${run('note', '<w:i/><w:u w:val="single"/>')}` +
      `${run('gone', '<w:strike/>')}<w:r><w:br/><w:t>below</w:t><w:tab/><w:t>after</w:t><w:br w:type="page"/></w:r></w:p>`
    expect(read(body)).toEqual({ lines: ['We *welcome* and +_note_+~gone~⏎below\tafter'], left: [] })
  })

  it('are headings by the name of their style, also of one it is based on, and by their outline', () => {
    const styles =
      '<w:style w:styleId="T1"><w:name w:val="heading 1"/></w:style>' +
      '<w:style w:styleId="Own"><w:name w:val="Mine"/><w:basedOn w:val="T1"/></w:style>' +
      '<w:style w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>'
    const body =
      paragraph('One', '<w:pStyle w:val="T1"/>') +
      paragraph('Two', '<w:pStyle w:val="Own"/>') +
      paragraph('Five', '<w:outlineLvl w:val="4"/>') +
      paragraph('None', '<w:pStyle w:val="Ring"/>')
    expect(read(body, { styles }).lines).toEqual(['h1 One', 'h1 Two', 'h3 Five', 'None'])
  })

  it('carry the number that Word counts, also across other paragraphs, and bullets their depth', () => {
    const body =
      paragraph('first', inList(1)) +
      paragraph('between') +
      paragraph('second', inList(2)) +
      paragraph('point', inList(1, 1)) +
      paragraph('point', inList(1, 1)) +
      paragraph('bullet', inList(1, 2)) +
      paragraph('third', inList(1)) +
      paragraph('point', inList(1, 1)) +
      paragraph('anew', inList(3)) +
      paragraph('no list', inList(0))
    expect(read(body, { numbering: NUMBERING }).lines).toEqual([
      '1. first',
      'between',
      '2. second',
      '(a) point',
      '(b) point',
      '--- bullet',
      '3. third',
      '(a) point',
      '1. anew',
      'no list',
    ])
  })

  it('a number that somebody typed is told like one that Word counted', () => {
    const { blocks } = readDocx(makeDocx(paragraph('4.\tStates should act.') + paragraph('J. Smith spoke.')))
    expect(blocks).toEqual([
      { type: 'paragraph', number: '4.', runs: [{ text: 'States should act.' }] },
      { type: 'paragraph', runs: [{ text: 'J. Smith spoke.' }] },
    ])
  })
})

describe('what is no plain text', () => {
  it('[EX7] links keep a safe address; one that is not safe is plain words, and told', () => {
    const links = { a: 'https://example.org/', b: 'javascript:alert(1)', c: 'file:///etc/passwd' }
    const link = (id: string): string => `<w:hyperlink r:id="${id}">${run(id)}</w:hyperlink>`
    const { lines, left } = read(`<w:p>${link('a')}${link('b')}${link('c')}</w:p>`, { links })
    expect(lines).toEqual(['[a](https://example.org/)bc'])
    expect(left).toEqual([{ what: 'links', count: 2 }])
  })

  it('a row of a table becomes one paragraph; a table of one column is a frame round its paragraphs', () => {
    const cell = (inside: string): string => `<w:tc>${inside}</w:tc>`
    const rows =
      `<w:tr>${cell(paragraph('Country'))}${cell(paragraph('Cases') + paragraph('2012'))}</w:tr>` +
      `<w:tr>${cell(paragraph(''))}${cell(paragraph('17'))}</w:tr><w:tr>${cell(paragraph(''))}${cell(paragraph(''))}</w:tr>`
    const frame = `<w:tbl><w:tr>${cell(paragraph('one') + paragraph('two'))}</w:tr></w:tbl>`
    const { lines, left } = read(`<w:tbl>${rows}</w:tbl>${frame}`)
    expect(lines).toEqual(['Country | Cases 2012', '| 17', 'one', 'two'])
    expect(left).toEqual([{ what: 'tables', count: 1 }])
  })

  it('footnotes follow their paragraph under the mark that stands in it', () => {
    const footnotes = `<w:footnote w:id="2">${paragraph('See the report.')}${paragraph('Page 3.')}</w:footnote><w:footnote w:id="3">${paragraph('Nobody refers to this.')}</w:footnote>`
    const reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    const { lines, left } = read(`<w:p>${run('As said')}${reference}${run(' before.')}</w:p>`, { footnotes })
    expect(lines).toEqual(['As said[1] before.', '[1] See the report.', 'Page 3.'])
    expect(left).toEqual([{ what: 'other', count: 1, words: 'Nobody refers to this.' }])
  })

  it('a box of text follows its paragraph once, although a file says it twice', () => {
    const box = `<w:txbxContent>${paragraph('In a box')}</w:txbxContent>`
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>${box}</wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>${run('Beside')}</w:p>`
    expect(read(body)).toEqual({ lines: ['Beside', 'In a box'], left: [] })
  })

  it('words of a drawing and of a formula are read, and the drawing itself is told', () => {
    const drawing =
      '<w:drawing><wpc:wpc xmlns:wpc="urn:canvas"><a:p><a:r><a:t>Label</a:t></a:r></a:p></wpc:wpc></w:drawing>'
    const formula = `<m:oMath xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"><m:r><m:t>x=1</m:t></m:r></m:oMath>`
    expect(read(`<w:p>${run('See')}<w:r>${drawing}</w:r>${formula}</w:p>`)).toEqual({
      lines: ['See Label x=1'],
      left: [{ what: 'drawings', count: 1 }],
    })
  })

  it('tracked insertions are text; deletions, comments, pictures, hidden words and page headers are told', () => {
    const body =
      `<w:p><w:ins>${run('added ')}</w:ins><w:del><w:r><w:delText>cut</w:delText></w:r></w:del><w:moveFrom>${run('moved')}</w:moveFrom>` +
      `${run('kept')}${run('secret', '<w:vanish/>')}<w:r><w:drawing><a:blip/></w:drawing></w:r></w:p>`
    const { lines, left } = read(body, {
      header: paragraph('Check against delivery'),
      comments: '<w:comment/><w:comment/>',
    })
    expect(lines).toEqual(['added kept'])
    expect(left).toEqual([
      { what: 'headers', count: 1, words: 'Check against delivery' },
      { what: 'comments', count: 2 },
      { what: 'deletions', count: 2 },
      { what: 'hidden', count: 1, words: 'secret' },
      { what: 'images', count: 1 },
    ])
  })

  it('words in elements that nobody knows are read, and those outside any paragraph told', () => {
    const body = `<w:sdt><w:sdtContent><w:later>${paragraph('controlled')}</w:later></w:sdtContent></w:sdt><w:p><w:smartTag>${run('tagged')}</w:smartTag></w:p>${run('astray')}`
    expect(read(body)).toEqual({
      lines: ['controlled', 'tagged'],
      left: [{ what: 'other', count: 1, words: 'astray' }],
    })
  })
})
