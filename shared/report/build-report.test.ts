import { describe, expect, test } from 'vitest'
import { buildReport } from './build-report.ts'
import type { Report } from './report.ts'
import {
  generalItem,
  input,
  item,
  MEETING,
  NAMES,
  omitted,
  options,
  outline,
  provenance,
  statuses,
} from './testing/report-input.ts'

describe('the parts of a document', () => {
  test('a heading for each topic that has items, full titles, those of no topic last', () => {
    const items = [item('a', 't1', 'One.'), item('b', 't3', 'Two.'), generalItem('c', 'Three.')]
    expect(outline(buildReport(input(items), options()))).toEqual([
      '# I. Recommendations',
      '## A. Title of topic 1',
      '1. One.',
      '## B. Title of topic 3',
      '2. Two.',
      '## C. General recommendations',
      '3. Three.',
    ])
  })

  test('[EX3] where there is no B there is no A, nor a heading over general items alone', () => {
    const one = [item('a', 't2', 'One.'), item('h', 't2', 'Heading', 'heading'), item('b', 't2', 'Two.')]
    expect(outline(buildReport(input(one), options()))).toEqual([
      '# I. Recommendations',
      '## Title of topic 2',
      '1. One.',
      '### Heading',
      '2. Two.',
    ])
    const general = [
      generalItem('a', 'One.'),
      generalItem('h', 'Above', 'heading'),
      generalItem('i', 'Below', 'heading'),
    ]
    expect(outline(buildReport(input(general), options()))).toEqual([
      '# I. Recommendations',
      '1. One.',
      '## A. Above',
      '## B. Below',
    ])
  })

  test('[EX2] passages of the notes that are withheld are counted under the topics that go in', () => {
    const withheld = new Map([
      ['t1', 2],
      ['t2', 1],
    ])
    const made = (sections: string[] | null) =>
      omitted(buildReport(input([item('a', 't1', 'One.')], { withheld }), options({ sections }))).withheld
    expect(made(null)).toBe('Flagged passages left out: 3 (topic 1, 2)')
    expect(made(['t2', 'general'])).toBe('Flagged passages left out: 1 (topic 2)')
  })

  test('[EX3] paragraphs count through the whole document, headings do not, headings in a topic are 1., 2.', () => {
    const items = [
      item('p', 't1', 'The meeting recalls.', 'paragraph'),
      item('h', 't1', 'First', 'heading'),
      item('a', 't1', [
        'a|Do this:',
        'a1 subparagraph|One;',
        'a2 subparagraph level=2|Deep;',
        'a3 subparagraph|Two.',
        'a4|More.',
      ]),
      item('i', 't1', 'Second', 'heading'),
      item('b', 't2', [
        'b|List',
        'b1 bullet|x',
        'b2 ordered|y',
        'b3 ordered depth=1|z',
        'b4|Text',
        'b5 ordered|new',
      ]),
    ]
    expect(outline(buildReport(input(items), options()))).toEqual([
      '# I. Recommendations',
      '## A. Title of topic 1',
      '1. The meeting recalls.',
      '### 1. First',
      '2. Do this:',
      '(a) One;',
      '(i) Deep;',
      '(b) Two.',
      '- More.',
      '### 2. Second',
      '## B. Title of topic 2',
      '3. List',
      '• x',
      '(a) y',
      '(i) z',
      '- Text',
      '(a) new',
    ])
  })

  test('an item whose topic is gone stands with the general ones', () => {
    const items = [item('a', 't1', 'One.'), item('b', 't9', 'Two.')]
    expect(outline(buildReport(input(items), options())).slice(3)).toEqual([
      '## B. General recommendations',
      '2. Two.',
    ])
  })

  test('the first line of text carries the number, lines above it and below stay without', () => {
    const items = [item('a', 't1', ['h heading|Above', 'g gloss|Glossed', 'a bullet|Text', 'b|After', 'e|'])]
    expect(outline(buildReport(input(items), options())).slice(2)).toEqual([
      '- <subheading> Above',
      '- <gloss> Glossed',
      '1. Text',
      '- After',
    ])
  })

  test('bold is for recommendations: all of them, and no other running text', () => {
    const items = [item('a', 't1', 'Do *this* /now/.'), item('p', 't1', 'We *met*.', 'paragraph')]
    const [topic] = buildReport(input(items), options()).sections[0]?.content ?? []
    const looks =
      topic?.kind === 'section' && topic.content.map((part) => part.kind === 'paragraph' && part.inlines)
    expect(looks).toEqual([
      [
        { kind: 'text', text: 'Do this ', bold: true },
        { kind: 'text', text: 'now', bold: true, italic: true },
        { kind: 'text', text: '.', bold: true },
      ],
      [{ kind: 'text', text: 'We met.' }],
    ])
  })

  test('a reference reads as what its paragraph is called; one that is not there is said', () => {
    const items = [
      item('a', 't1', [
        'a|See {ref item=b} and {ref item=x}.{note id=n}',
        'n footnote note=n|Not {ref item=b}',
      ]),
      item('b', 't2', 'Done.'),
    ]
    const report = buildReport(input(items), options())
    expect(outline(report)[2]).toBe('1. See recommendation\u00A02 and ….^1')
    expect(report.footnotes[0]?.inlines).toContainEqual({
      kind: 'reference',
      item: 'b',
      text: 'recommendation\u00A02',
    })
    expect(omitted(report).references).toBe('References to items that are not in this document: 1')
  })

  test('[MG4] a reference to an item that was combined into another one is to that one', () => {
    const items = [item('a', 't1', ['a|See {ref item=x}.']), item('b', 't2', 'Done.')]
    const fact = { at: 1, by: 'ann', items: [], combined: 'b', changed: ['b', 'x'] }
    const merged = (undone: { at: number; by: string } | null) =>
      buildReport(input(items, { merges: new Map([['2', { ...fact, undone }]]) }), options())
    expect(outline(merged(null))[2]).toBe('1. See recommendation\u00A02.')
    expect(outline(merged({ at: 2, by: 'ann' }))[2]).toBe('1. See ….')
  })

  test('footnotes are numbered by their marks, and the marks stand where the language has them', () => {
    const english = [
      'a|One{note id=x}, two{note id=y}{note id=z}.',
      'x footnote note=x|X',
      'y footnote note=y|Y',
      'z footnote note=z|Z',
    ]
    const french = ['f lang=fr|Un,{note id=x} deux.{note id=y}{note id=z} Trois', ...english.slice(1)]
    const report = buildReport(input([item('a', 't1', english), item('f', 't2', french)]), options())
    expect(outline(report).filter((line) => /^\d/.test(line))).toEqual([
      '1. One,^1 two.^2^3',
      '2. Un^4, deux^5^6. Trois',
    ])
    expect(report.footnotes.map(({ number, inlines }) => [number, inlines[0]])).toEqual(
      ['X', 'Y', 'Z', 'X', 'Y', 'Z'].map((text, index) => [index + 1, { kind: 'text', text }]),
    )
  })

  test('[EX5] the same input gives the same document', () => {
    const items = [item('a', 't1', 'One {mention of=mechanism id=bel}.'), item('b', 't3', 'Two.')]
    const facts = { provenance: provenance({ a: ['t1 m:fin'], b: ['t3 m:swe'] }) }
    expect(buildReport(input(items, facts), options())).toEqual(buildReport(input(items, facts), options()))
  })
})

describe('[EX3] numbers in other languages', () => {
  const lines = [
    'a|Text',
    'b subparagraph|b',
    'c subparagraph level=2|c',
    'd subparagraph level=3|d',
    'e subparagraph level=4|e',
  ]
  const items = [
    item('a', 't1', lines),
    item('b', 't2', 'More', 'paragraph'),
    item('h', 't2', 'X', 'heading'),
    item('i', 't2', 'Y', 'heading'),
  ]

  test.each([
    ['en', ['I.', 'A.', '1.', '(a)', '(i)', 'a.', 'i.', 'B.', '2.', '1.', '2.']],
    ['fr', ['I.', 'A.', '1.', 'a)', 'i)', 'a.', 'i.', 'B.', '2.', '1.', '2.']],
    ['es', ['I.', 'A.', '1.', 'a)', 'i)', 'a.', 'i.', 'B.', '2.', '1.', '2.']],
    ['ar', ['أولا -', 'ألف -', '1-', '(أ)', '(1)', 'أ-', '1-', 'باء -', '2-', '1 -', '2 -']],
  ] as const)('%s', (language, numbers) => {
    const report = buildReport(input(items), options({ language, attribution: 'none' }))
    const written = outline(report).map((line) => line.replace(/^#+ /, ''))
    expect(written.filter((line, index) => !line.startsWith(numbers[index] ?? '?'))).toEqual([])
    expect(written).toHaveLength(numbers.length)
  })
})

describe('the title page', () => {
  test.each([
    ['en', 'Geneva, 23–24 May 2031', 'Convener: Special Envoy for rivers', 'Sample meeting, invented text'],
    [
      'fr',
      'Geneva, 23–24 mai 2031',
      'Autorité invitante\u00A0: Special Envoy for rivers',
      'Réunion d’exemple, texte inventé',
    ],
    [
      'es',
      'Geneva, 23–24 de mayo de 2031',
      'Autoridad convocante: Special Envoy for rivers',
      'Reunión de ejemplo, texto inventado',
    ],
    [
      'ar',
      'Geneva\u200F، 23–24 مايو 2031',
      'الجهة الداعية إلى الاجتماع: Special Envoy for rivers',
      'اجتماع تجريبي، نصوص خيالية',
    ],
  ] as const)(
    'says place, dates, convener and that it is a sample, in %s',
    (language, place, convener, notice) => {
      const { front, header } = buildReport(input([]), options({ language }))
      expect(front).toMatchObject({ title: MEETING.title, placeAndDates: place, convener, notice })
      expect(header).toContain(`${place} · ${notice}`)
    },
  )

  test.each([
    ['2031-05-31', '2031-06-02', 'Geneva, 31 May – 2 June 2031'],
    ['2031-05-23', '2031-05-23', 'Geneva, 23 May 2031'],
    ['2031-12-31', '2032-01-01', 'Geneva, 31 December 2031 – 1 January 2032'],
    ['soon', '', 'Geneva, soon'],
  ])('from %s to %s reads %s', (startsOn, endsOn, written) => {
    const meeting = { ...MEETING, startsOn, endsOn }
    expect(buildReport(input([], { meeting }), options()).front.placeAndDates).toBe(written)
  })

  test('a meeting that is no sample says nothing of samples', () => {
    const report = buildReport(input([], { meeting: { ...MEETING, isSample: false } }), options())
    expect(JSON.stringify(report)).not.toContain('nvented')
    expect(report.date).toBe('2031-05-24')
  })
})

describe('[EX4] what is left out is said', () => {
  test('flagged passages with their topics, removed, withdrawn and empty items, links, brackets, unknown parts', () => {
    const items = [
      item(
        'a',
        't2',
        'Protect {withheld id=w}{withheld id=v}[{bracket side=open id=1}all{bracket side=close id=1}{bracket side=open id=2}.{odd}',
      ),
      item('b', 't1', '{withheld id=u}'),
      item('c', 't1', 'Gone.'),
      item('d', 't1', ['d|Text', 'n footnote note=n|Lost']),
    ]
    const report = buildReport(
      input(items, { removed: 2, itemFacts: statuses({ c: 'withdrawn' }) }),
      options(),
    )
    expect(omitted(report)).toEqual({
      names: 'Who spoke is named by country at most.',
      withheld: 'Flagged passages left out: 3 (topic 1, 2)',
      'brackets-kept': 'Passages in square brackets: 1',
      'brackets-unpaired': 'Square brackets without their other half: 1',
      removed: 'Removed items left out: 2',
      withdrawn: 'Withdrawn recommendations left out: 1',
      empty: 'Items without words left out: 1',
      footnotes: 'Footnotes without their mark, or marks without their footnote, left out: 1',
      unknown: 'Parts that this version of Minuta does not know, left out: 1',
    })
    expect(JSON.stringify(report.sections)).not.toMatch(/Gone|Lost|withheld/)
  })

  test('brackets can be left out; their words stay', () => {
    const items = [item('a', 't1', 'An {bracket side=open id=1}old{bracket side=close id=1} act.')]
    const report = buildReport(input(items), options({ brackets: 'stripped' }))
    expect(outline(report).at(-1)).toBe('1. An old act.')
    expect(omitted(report)['brackets-stripped']).toContain(': 1')
  })

  test('topics can be left out', () => {
    const items = [item('a', 't1', 'One.'), item('b', 't2', 'Two.'), generalItem('c', 'Three.')]
    const report = buildReport(input(items), options({ sections: ['t2'] }))
    expect(outline(report)).toEqual(['# I. Recommendations', '## Title of topic 2', '1. Two.'])
    expect(omitted(report).sections).toBe('Items of other topics left out: 2')
  })

  test('the working record, with everything in it, leaves nothing out', () => {
    expect(
      buildReport(input([item('a', 't1', 'One.')]), options({ attribution: 'named' })).omissions,
    ).toEqual([])
  })
})

describe('[EX1] who is named', () => {
  const text = [
    'a|Act with {mention of=mechanism id=nga label=Eve_Label} and {mention of=member id=bob label=Eve_Label}.',
  ]
  const sources = { a: ['t1 m:fin', 't1 m:bel,m:swe', 't2 chair', 't1 guest:Ada_Guest', 't1 m:irn'] }
  const report = (chosen: Parameters<typeof options>[0]): Report =>
    buildReport(input([item('a', 't1', text)], { provenance: provenance(sources) }), options(chosen))

  test.each([
    [
      'named',
      'en',
      'Act with Nigeria, Riverwatch NGA and Bob Roy (Ada Guest); (Belgium, Riverwatch BEL); (Chair); (Finland, Riverwatch FIN); (Iran (Islamic Republic of), Riverwatch XIR); (Sweden, Riverwatch SWE).',
    ],
    [
      'country',
      'en',
      'Act with Nigeria and Belgium (Belgium); (Chair); (Finland); (Iran (Islamic Republic of)); (Sweden); (several participants).',
    ],
    ['region', 'en', 'Act with a participant and Europe (Europe); (several participants).'],
    ['participants', 'en', 'Act with a participant and a participant (several participants).'],
    ['none', 'en', 'Act with a participant and a participant.'],
    [
      'country',
      'ar',
      'Act with نيجيريا and بلجيكا (Iran (Islamic Republic of))؛ (الرئاسة)؛ (السويد)؛ (بلجيكا)؛ (فنلندا)؛ (عدة مشاركين).',
    ],
  ] as const)('at the level %s, in %s', (attribution, language, written) => {
    const line = outline(report({ attribution, language })).at(-1) ?? ''
    const sorted = (text: string): string[] =>
      text
        .replace(/\u200E/g, '')
        .split(/[();؛]+/)
        .sort()
    // The order of a language is the collator's; what stands there is ours.
    if (language === 'ar') expect(sorted(line.slice(3))).toEqual(sorted(written))
    else expect(line.slice(3)).toBe(written)
  })

  test('nobody is named anywhere in a document at the level none', () => {
    for (const language of ['en', 'fr', 'es', 'ar'] as const) {
      const everything = JSON.stringify(report({ attribution: 'none', language }))
      expect(NAMES.filter((name) => everything.includes(name))).toEqual([])
    }
  })

  test.each([
    [
      'an intervention that allows less is held',
      ['t1 m:fin region', 't1 m:bel'],
      '(Belgium); (Europe).',
      'lowered',
    ],
    ['an intervention that allows nothing', ['t1 m:fin none', 't1 m:bel'], '(Belgium).', 'lowered'],
    ['the cap of a topic', ['t3 m:fin', 't1 m:bel'], '(Belgium); (several participants).', 'capped'],
    ['a level that cannot be read allows nothing', ['t1 m:fin all', 't1 m:bel'], '(Belgium).', 'lowered'],
    ['a topic that is gone allows nothing', ['t9 m:fin', 't1 m:bel'], '(Belgium).', 'capped'],
    [
      'who stands behind it twice is told at the lesser level',
      ['t1 m:fin', 't1 m:fin participants'],
      '(several participants).',
      'lowered',
    ],
    ['too few of a region', ['t1 m:nga region'], '(several participants).', 'lowered'],
    ['nobody spoke', [], '.', null],
  ])('%s', (_, behind, end, kind) => {
    const facts = { provenance: provenance({ a: behind }) }
    const made = buildReport(input([item('a', 't1', 'Do.')], facts), options())
    expect(outline(made).at(-1)).toBe(`1. Do${end === '.' ? '' : ' '}${end}`)
    expect(made.omissions.map((omission) => omission.kind)).toEqual(
      kind === null ? ['names'] : ['names', kind],
    )
  })

  test('the topics that are capped are named, not who spoke there', () => {
    const facts = { provenance: provenance({ a: ['t3 m:nga', 't3 m:bel'] }) }
    const made = buildReport(input([item('a', 't1', 'Do.')], facts), options())
    expect(omitted(made).capped).toBe('Topics in which less is said of who spoke: 3')
  })

  test('a mention says no more of a mechanism than the item says of it as its proposer', () => {
    const facts = { provenance: provenance({ a: ['t1 m:nga none'] }) }
    const made = buildReport(
      input([item('a', 't1', 'As {mention of=mechanism id=nga} does.')], facts),
      options(),
    )
    expect(outline(made).at(-1)).toBe('1. As a participant does.')
  })

  test('paragraphs and headings have no proposers', () => {
    const items = [item('a', 't1', 'Text.', 'paragraph'), item('h', 't1', 'Head', 'heading')]
    const made = buildReport(
      input(items, { provenance: provenance({ a: ['t1 m:bel'], h: ['t1 m:bel'] }) }),
      options(),
    )
    expect(JSON.stringify(made)).not.toContain('Belgium')
  })
})
