import { describe, expect, test } from 'vitest'
import { buildReport } from '../../shared/report/build-report.ts'
import { input, item, MEETING, options } from '../../shared/report/testing/report-input.ts'
import { readParts, xmlFault } from './testing/read-docx.ts'
import { foreignMarkup } from './testing/read-html.ts'
import { sampleReport } from './testing/sample-report.ts'
import { EXPORT_FORMATS, writers } from './writers.ts'

async function lines(format: 'md' | 'html'): Promise<string[]> {
  return new TextDecoder().decode(await writers[format].write(sampleReport())).split('\n')
}

test('Markdown: numbers, lists that stand in, brackets and notes as they are read', async () => {
  const all = (await lines('md')).filter((line) => line !== '')
  expect(all.slice(0, 6)).toEqual([
    'Consultative meeting',
    '# Meeting of bodies that watch over rivers',
    'Geneva, 23–24 May 2031',
    'Convener: Special Envoy for rivers',
    '**Sample meeting, invented text**',
    'About this document',
  ])
  expect(all.slice(all.indexOf('## I. Recommendations'))).toEqual([
    '## I. Recommendations',
    '### A. Title of topic 1',
    '1. **States should set out the mandate \\[or the duty\\] in an act (Belgium); (Chair); (Finland); (Sweden).**',
    '2. **Bodies should:**',
    '   (a) **publish a report;<sup>1</sup>**',
    '   (i) **in every language;**',
    '   (b) **see to recommendation\u00A03 (Iran (Islamic Republic of)); (several participants).**',
    '### B. Title of topic 2',
    '#### 1. Before all',
    '3. **ينبغي للدول أن تعتمد (Act 2003) قانونا.**',
    '   (a) **أولا**',
    '   **Then\\',
    '   more (Belgium); (several participants).**',
    '#### 2. After all',
    '4. The meeting took note.',
    '   (a) one',
    '   - two',
    '   *La* réunion',
    '### C. Title of topic 3',
    '5. **Act with a participant (several participants).**',
    '---',
    '<sup>1</sup> A note with Nigeria.',
  ])
})

test('HTML: one article with counts for the dialog, classes for the looks, languages for the readers', async () => {
  const all = await lines('html')
  expect(all).toContain(
    '<article class="report" lang="en" dir="ltr" data-words="82" data-word-limit="10700">',
  )
  expect(all).toContain(
    '<li class="report-omission" data-kind="capped" data-count="1" data-topics="3">Topics in which less is said of who spoke: 3</li>',
  )
  expect(all.find((line) => line.includes('ينبغي'))).toBe(
    '<p class="report-paragraph report-recommendation" data-item="c" lang="ar" dir="rtl"><span class="report-number">3.</span> <b>ينبغي للدول أن تعتمد (Act 2003) قانونا.</b></p>',
  )
  expect(all.find((line) => line.includes('Before all'))).toBe(
    '<h4 class="report-heading"><span class="report-number">1.</span> <span class="report-words">Before all</span></h4>',
  )
  expect(all.find((line) => line.includes('mandate'))).toContain(
    '<span class="report-bracket"><b>[</b></span>',
  )
})

describe('[EX7] hostile words', () => {
  const hostile = [
    '<script>alert(1)</script>',
    '](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '\u202Etxt.exe',
    'control \u0000\u0001\u0008\u000B\u001F\u007F',
    'half \uD800 and \uDFFF',
    '=HYPERLINK("http://x")',
    '@SUM(1+1)*cmd|',
    '&lt;b&gt; ]]> <!-- -->',
    '"><svg/onload=alert(1)>',
  ]

  test.each(EXPORT_FORMATS)('in every field stay words, as %s', async (format) => {
    const everywhere = hostile.join(' ')
    const meeting = {
      ...MEETING,
      title: everywhere,
      form: everywhere,
      place: everywhere,
      convener: everywhere,
    }
    const items = hostile.map((words, index) => {
      const made = item(`i${index}`, 't1', 'x')
      const [block] = made.blocks
      const inlines = [
        { at: { client: 1, clock: 0 }, text: words, formats: { link: '{"href":"javascript:1"}' } },
      ]
      return { ...made, blocks: [{ ...block!, inlines, attributes: { lang: '"><script>' } }] }
    })
    const report = buildReport(input(items, { meeting }), options({ attribution: 'named' }))
    const bytes = await writers[format].write(report)
    const parts = format === 'docx' ? readParts(bytes) : { text: new TextDecoder().decode(bytes) }
    const everything = Object.values(parts).join('')
    expect(everything).not.toMatch(/[^\P{Cc}\n\r]|\u202E|\p{Cs}|href="javascript|Target="javascript/u)
    if (format === 'docx') {
      for (const [name, xml] of Object.entries(parts)) expect([name, xmlFault(xml)]).toEqual([name, null])
      expect(everything).not.toContain('<w:hyperlink')
    }
    if (format === 'html') expect(foreignMarkup(everything)).toEqual([])
    // Every tag, and every end of a link's text, is escaped.
    if (format === 'md') expect(everything).not.toMatch(/(?<!\\)(?:<(?!\/?(?:sup|em|strong|u|s)>)|\]\()/)
  })
})
