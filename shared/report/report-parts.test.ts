import { describe, expect, test } from 'vitest'
import { addCredit } from './add-credit.ts'
import { buildReport } from './build-report.ts'
import type { Inline } from './report.ts'
import { blocks, input, item, MEETING, options, outline, provenance } from './testing/report-input.ts'
import { countWords, plainText } from './word-count.ts'

describe('[EX1] proposers stand before the full stop', () => {
  const credit: Inline = { kind: 'credit', labels: ['Belgium'], text: ' (Belgium)' }
  test.each([
    ['Act now.', 'Act now (Belgium).'],
    ['Act now', 'Act now (Belgium).'],
    ['Act now . ', 'Act now (Belgium).'],
    ['Act now;', 'Act now (Belgium);'],
    ['Act now؛', 'Act now (Belgium)؛'],
    ['Act now?', 'Act now? (Belgium).'],
    ['Act now...', 'Act now... (Belgium).'],
    ['.', ' (Belgium).'],
  ])('“%s” becomes “%s”', (text, credited) => {
    expect(plainText(addCredit([{ kind: 'text', text }], credit))).toBe(credited)
  })

  test('behind a closing bracket, and before the marks of footnotes', () => {
    const line: Inline[] = [
      { kind: 'text', text: 'Act.' },
      { kind: 'bracket', side: 'close' },
      { kind: 'note', number: 1 },
    ]
    const credited = addCredit(line, credit)
    expect(plainText(credited)).toBe('Act.] (Belgium).')
    expect(credited.at(-1)).toEqual({ kind: 'note', number: 1 })
  })

  test('at the end of the last line of a recommendation, also where a list ends it', () => {
    const lines = ['a|Do:', 'b subparagraph|one;', 'c subparagraph|two.', 'g gloss|Faites']
    const facts = { provenance: provenance({ a: ['t1 m:fin', 't1 m:bel'] }) }
    expect(outline(buildReport(input([item('a', 't1', lines)], facts), options())).slice(2)).toEqual([
      '1. Do:',
      '(a) one;',
      '(b) two (Belgium); (Finland).',
      '- <gloss> Faites',
    ])
  })

  test('a French document puts a space that does not break before the semicolon', () => {
    const facts = { provenance: provenance({ a: ['t1 m:fin', 't1 m:bel'] }) }
    const report = buildReport(input([item('a', 't1', 'Agir.')], facts), options({ language: 'fr' }))
    expect(outline(report).at(-1)).toBe('1. Agir (Belgique)\u00A0; (Finlande).')
  })
})

describe('[EX6] words', () => {
  test('of headings, paragraphs, proposers and footnotes count; title page, header, numbers and lone signs do not', () => {
    const items = [
      item('a', 't1', ['a|Do – two{break}things.{note id=n}', 'n footnote note=n|Three more words']),
    ]
    const report = buildReport(input(items, { provenance: provenance({ a: ['t1 m:bel'] }) }), options())
    // Recommendations + Title of topic 1 + Do two things (Belgium) + the footnote.
    expect(countWords(report)).toEqual({ words: 1 + 4 + 4 + 3, limit: 10_700, isOver: false })
    expect(countWords(report, 11).isOver).toBe(true)
  })
})

describe('[EX7] hostile text', () => {
  test('in every field comes out clean, and no link leads where it may not', () => {
    const dirty = '\u202Ea\u0000\uD800'
    const meeting = { ...MEETING, title: dirty, form: dirty, place: dirty, convener: dirty }
    const [block] = blocks(['a|x'])
    const formats = { link: '{"href":"javascript:alert(1)"}', bold: true }
    const inlines = [{ at: { client: 1, clock: 0 }, text: `${dirty}<script>`, formats }]
    const hostile = {
      ...item('a', 't1', 'x'),
      blocks: [{ ...block!, inlines, attributes: { lang: '"><b>', type: 7 } }],
    }
    const report = buildReport(input([hostile], { meeting }), options())
    const everything = JSON.stringify(report)
    expect(everything).not.toMatch(/javascript|\\u202e|\\u0000|\\ud800|"><b>/i)
    expect(outline(report).at(-1)).toBe('1. a<script>')
    expect(report.omissions.map(({ kind }) => kind)).toContain('links')
  })
})
