import { describe, expect, test } from 'vitest'
import { buildReport } from '../../../shared/report/build-report.ts'
import type { Report } from '../../../shared/report/report.ts'
import { input, item, NAMES, options } from '../../../shared/report/testing/report-input.ts'
import { readParagraphs, readParts, xmlFault } from '../testing/read-docx.ts'
import { sampleReport } from '../testing/sample-report.ts'
import { docxWriter } from './docx-writer.ts'

async function write(report: Report): Promise<Readonly<Record<string, string>>> {
  return readParts(await docxWriter.write(report))
}

/** Format and text of each level of the list that a paragraph is in. */
function levelsOf(numbering = '', list: string): string[] {
  const [num] = list.split('/')
  const abstract = new RegExp(`<w:num w:numId="${num}"[^>]*><w:abstractNumId w:val="(\\d+)"`).exec(
    numbering,
  )?.[1]
  const [, definition = ''] =
    new RegExp(`<w:abstractNum w:abstractNumId="${abstract}"[^>]*>(.*?)</w:abstractNum>`, 's').exec(
      numbering,
    ) ?? []
  return [...definition.matchAll(/<w:numFmt w:val="([^"]*)"\/>.*?<w:lvlText w:val="([^"]*)"/g)].map(
    ([, format, text]) => `${format} ${text}`,
  )
}

describe('a Word file in English', async () => {
  const parts = await write(sampleReport())
  const body = readParagraphs(parts['word/document.xml'])
  const at = (words: string) => body.find((paragraph) => paragraph.words.startsWith(words))!

  test('says everything in order, in real styles', () => {
    expect(body.map(({ style, words }) => `${style}: ${words}`)).toEqual([
      'MeetingForm: Consultative meeting',
      'Title: Meeting of bodies that watch over rivers',
      'FrontMatter: Geneva, 23–24 May 2031',
      'FrontMatter: Convener: Special Envoy for rivers',
      'Notice: Sample meeting, invented text',
      'OmissionsTitle: About this document',
      'Omission: Who spoke is named by country at most.',
      'Omission: Topics in which less is said of who spoke: 3',
      'Omission: Proposers of whom less is said, as they asked or because they are too few: 1',
      'Omission: Passages in square brackets: 1',
      'Omission: Removed items left out: 1',
      'Heading1: Recommendations',
      'Heading2: Title of topic 1',
      'NumberedParagraph: States should set out the mandate [or the duty] in an act (Belgium); (Chair); (Finland); (Sweden).',
      'NumberedParagraph: Bodies should:',
      'ListedParagraph: publish a report;',
      'ListedParagraph: in every language;',
      'ListedParagraph: see to recommendation\u00A03 (Iran (Islamic Republic of)); (several participants).',
      'Heading2: Title of topic 2',
      'Heading3: Before all',
      'NumberedParagraph: ينبغي للدول أن تعتمد (Act 2003) قانونا.',
      'ListedParagraph: أولا',
      'ContinuedParagraph: Then\nmore (Belgium); (several participants).',
      'Heading3: After all',
      'NumberedParagraph: The meeting took note.',
      'ListedParagraph: one',
      'ListedParagraph: two',
      'Gloss: La réunion',
      'Heading2: Title of topic 3',
      'NumberedParagraph: Act with a participant (several participants).',
    ])
  })

  test('[EX3] Word counts headings as I., A., 1., and paragraphs in one list through the whole document', () => {
    const numbering = parts['word/numbering.xml']
    expect(levelsOf(numbering, at('Recommendations').list)).toEqual([
      'upperRoman %1.',
      'upperLetter %2.',
      'decimal %3.',
    ])
    expect(
      ['Recommendations', 'Title of topic 2', 'Before'].map((words) => at(words).list.split('/')[1]),
    ).toEqual(['0', '1', '2'])
    const paragraphs = body.filter(({ style }) => style === 'NumberedParagraph')
    expect(new Set(paragraphs.map(({ list }) => list)).size).toBe(1)
    expect(levelsOf(numbering, paragraphs[0]!.list)).toEqual(['decimal %1.'])
  })

  test('[EX3] sub-paragraphs are (a), (i), a., i., and begin anew in each item', () => {
    const [first, second, third] = ['publish', 'in every', 'one'].map((words) => at(words).list)
    expect(levelsOf(parts['word/numbering.xml'], first!)).toEqual([
      'lowerLetter (%1)',
      'lowerRoman (%2)',
      'lowerLetter %3.',
      'lowerRoman %4.',
    ])
    expect(second).toBe(first?.replace('/0', '/1'))
    expect(third).not.toBe(first)
    expect(parts['word/numbering.xml']).toMatch(
      new RegExp(`<w:num w:numId="${third?.split('/')[0]}"[^>]*>.*?<w:startOverride w:val="1"/>`),
    )
  })

  test('recommendations are bold, their numbers, headings of topics apart, and other text are not', () => {
    const runs = (words: string) => [...at(words).xml.matchAll(/<w:r>(.*?)<\/w:r>/g)].map(([, run]) => run)
    for (const words of ['States', 'Bodies', 'publish', 'Act with']) {
      expect(runs(words).filter((run) => /<w:t[ >]/.test(run!) && !run!.includes('<w:b/><w:bCs/>'))).toEqual(
        [],
      )
    }
    for (const words of ['The meeting', 'one', 'La']) {
      expect(runs(words).filter((run) => run!.includes('<w:b/>'))).toEqual([])
    }
    const list = at('States').list.split('/')[0]
    expect(parts['word/numbering.xml']).toContain('<w:b w:val="false"/>')
    expect(list).toBeDefined()
  })

  test('a footnote stands at the foot of the page, with its mark behind the punctuation', () => {
    expect(at('publish').xml).toMatch(/;<\/w:t><\/w:r><w:r>.*<w:footnoteReference w:id="1"\/>/)
    const notes = readParagraphs(parts['word/footnotes.xml']).map(({ words }) => words.trim())
    expect(notes).toContain('A note with Nigeria.')
  })

  test('text from the right is laid out from the right, Latin words in it from the left, each in its language', () => {
    const { xml } = at('ينبغي')
    expect(xml).toContain('<w:bidi/>')
    const runs = [...xml.matchAll(/<w:r>(?:<w:rPr>(.*?)<\/w:rPr>)?<w:t[^>]*>([^<]*)<\/w:t><\/w:r>/g)]
    expect(runs.map(([, looks, text]) => [text, looks?.includes('<w:rtl/>')])).toEqual([
      ['ينبغي للدول أن تعتمد (', true],
      ['Act 2003', false],
      [') قانونا.', true],
    ])
    expect(runs[0]?.[1]).toContain('<w:lang w:bidi="ar-SA"/>')
    expect(parts['word/styles.xml']).toContain('<w:lang w:val="en-GB" w:bidi="ar-SA"/>')
    expect(at('The meeting').xml).not.toContain('<w:bidi/>')
  })

  test('every page says which meeting it is and that it is a sample, and has its number', () => {
    expect(readParagraphs(parts['word/header1.xml'])[0]?.words).toBe(
      'Consultative meeting, Geneva, 23–24 May 2031 · Sample meeting, invented text',
    )
    expect(parts['word/footer1.xml']).toContain('PAGE')
    expect(parts['word/document.xml']).toContain('<w:pgSz w:w="11906" w:h="16838"')
  })

  test('properties have title, language and the meeting’s date, and nobody’s name', () => {
    const core = parts['docProps/core.xml']
    expect(core).toContain('<dc:title>Meeting of bodies that watch over rivers</dc:title>')
    expect(core).toContain('<dc:creator></dc:creator><cp:lastModifiedBy></cp:lastModifiedBy>')
    expect(core).toContain('>2031-05-24T00:00:00Z</dcterms:modified>')
    expect(core).toContain('<dc:language>en-GB</dc:language>')
    expect(Object.values(parts).join('')).not.toMatch(/Un-named|docx/)
  })

  test('every part is well-formed', () => {
    for (const [name, xml] of Object.entries(parts)) expect([name, xmlFault(xml)]).toEqual([name, null])
  })
})

test('[AD2] a further version of a recommendation has its number as text, and Word counts on after it', async () => {
  const items = [
    item('a', 't1', 'One.'),
    { ...item('b', 't1', 'Other.'), alternativeOf: 'a' },
    item('c', 't1', 'Two.'),
  ]
  const parts = await write(buildReport(input(items), options()))
  const numbered = readParagraphs(parts['word/document.xml']).filter(
    ({ style }) => style === 'NumberedParagraph',
  )
  expect(numbered.map(({ list, words }) => `${list === '' ? 'as text' : 'counted'}: ${words}`)).toEqual([
    'counted: [One.]',
    'as text: 1 bis.[Other.]',
    'counted: Two.',
  ])
})

describe('in other languages', () => {
  test('[EX3] French and Spanish sub-paragraphs are a), i)', async () => {
    for (const language of ['fr', 'es'] as const) {
      const parts = await write(sampleReport({ language }))
      const list = readParagraphs(parts['word/document.xml']).find(({ words }) =>
        words.startsWith('publish'),
      )!.list
      expect(levelsOf(parts['word/numbering.xml'], list).slice(0, 2)).toEqual([
        'lowerLetter %1)',
        'lowerRoman %2)',
      ])
    }
  })

  test('[EX3] Arabic headings count in words, sub-paragraphs in the abjad order, from the right', async () => {
    const parts = await write(sampleReport({ language: 'ar' }))
    const body = readParagraphs(parts['word/document.xml'])
    const at = (words: string) => body.find((paragraph) => paragraph.words.startsWith(words))!
    const numbering = parts['word/numbering.xml']
    const headings = ['التوصيات', 'Title of topic 2', 'After all'].map(at)
    expect(headings.map(({ list }) => levelsOf(numbering, list))).toEqual([
      ['none أولا -'],
      ['none باء -'],
      ['none 2 -'],
    ])
    expect(headings.every(({ xml }) => xml.includes('<w:bidi/>'))).toBe(true)
    expect(levelsOf(numbering, at('publish').list)[0]).toBe('arabicAbjad (%1)')
    expect(levelsOf(numbering, at('States').list)).toEqual(['decimal %1-'])
    expect(parts['docProps/core.xml']).toContain('<dc:language>ar-SA</dc:language>')
    expect(parts['word/header1.xml']).toContain('نصوص خيالية')
  })
})

test('[EX1] at the level none no name stands in any part of the file', async () => {
  for (const language of ['en', 'fr', 'es', 'ar'] as const) {
    const everything = Object.values(await write(sampleReport({ language, attribution: 'none' }))).join('')
    expect(NAMES.filter((name) => everything.includes(name))).toEqual([])
  }
})

describe('[EX5] the same document', () => {
  test('gives the same bytes, whatever the time, links included', async () => {
    const report = sampleReport()
    const [section] = report.sections
    const linked: Report = {
      ...report,
      sections: [
        {
          ...section!,
          heading: {
            ...section!.heading,
            inlines: ['https://a.example/', 'https://b.example/?x=1&y=2'].map((href) => ({
              kind: 'text',
              text: href,
              href,
            })),
          },
        },
      ],
      footnotes: report.footnotes.map((note) => ({
        ...note,
        inlines: [{ kind: 'text', text: 'c', href: 'mailto:c@example.org' }],
      })),
    }
    const first = await docxWriter.write(linked)
    await new Promise((resolve) => setImmediate(resolve))
    expect(Buffer.from(await docxWriter.write(linked)).equals(Buffer.from(first))).toBe(true)
    const parts = readParts(first)
    expect(parts['word/_rels/document.xml.rels']).toMatch(
      /Id="link2"[^>]*Target="https:\/\/b\.example\/\?x=1&amp;y=2"/,
    )
    expect(parts['word/document.xml']).toContain('r:id="link2"')
    expect(parts['word/_rels/footnotes.xml.rels']).toContain('mailto:c@example.org')
  })
})
