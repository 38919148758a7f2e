import fc from 'fast-check'
import { cleanLine, cleanText } from '../../../shared/report/clean-text.ts'
import type { Inline, Line, Looks, Paragraph, Report, Section } from '../../../shared/report/report.ts'

// What a document may hold, however unlikely: text that looks like markup, in every place where text can stand.

const MARKUP = [
  ...[
    '<script>alert(1)</script>',
    '](javascript:alert(1))',
    '![x](y)',
    '<!--',
    ']]>',
    '&amp;',
    '&#x41;',
    '**',
    '__',
  ],
  ...[
    '# x',
    '- x',
    '+ x',
    '1. x',
    '1) x',
    '> x',
    '    x',
    '```',
    '~~~',
    '===',
    '---',
    '\\',
    '`',
    '[a]: b',
    '|a|b|',
  ],
  ...[
    '=1+1',
    '@SUM(A1)',
    '"',
    "'",
    '\u200E',
    'العمل',
    '12',
    '\u{1F600}',
    ' ',
    '. ',
    ' *x* ',
    '_y_',
    'a*b*c',
    '!',
    '[',
  ],
]

const text = fc
  .array(fc.oneof(fc.constantFrom(...MARKUP), fc.string({ unit: 'grapheme', maxLength: 6 })), {
    maxLength: 5,
  })
  .map((parts) => cleanText(parts.join('')).replaceAll('\n', ' '))

const looks: fc.Arbitrary<Looks> = fc
  .subarray(['bold', 'italic', 'underline', 'strike'] as const)
  .map((keys) => Object.fromEntries(keys.map((key) => [key, true])))

const href = fc.constantFrom(
  'https://example.org/?a=1&b=%22',
  'http://example.org/(x)',
  'mailto:a@example.org',
)

const inline: fc.Arbitrary<Inline> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('text' as const), text }) },
  {
    weight: 3,
    arbitrary: fc.tuple(text, looks).map(([words, how]) => ({ kind: 'text' as const, text: words, ...how })),
  },
  fc
    .tuple(text, looks, href)
    .map(([words, how, to]) => ({ kind: 'text' as const, text: words, ...how, href: to })),
  fc.constant({ kind: 'break' as const }),
  fc
    .tuple(fc.constantFrom('open' as const, 'close' as const), looks)
    .map(([side, how]) => ({ kind: 'bracket' as const, side, ...how })),
  fc.record({ kind: fc.constant('reference' as const), item: text, text: fc.nat(99).map(String) }),
  fc.record({ kind: fc.constant('credit' as const), labels: fc.constant([]), text }),
)

const line: fc.Arbitrary<Line> = fc.record({
  lang: fc.constantFrom('en', 'fr', 'ar', 'zh-Hant'),
  direction: fc.constantFrom('ltr' as const, 'rtl' as const),
  inlines: fc.array(inline, { maxLength: 6 }),
})

const paragraph: fc.Arbitrary<Paragraph> = fc
  .tuple(
    line,
    fc.constantFrom('recommendation' as const, 'text' as const, 'subheading' as const, 'gloss' as const),
    fc.constantFrom('number', 'sub-paragraph', 'bullet', 'none'),
    fc.integer({ min: 1, max: 4 }),
  )
  .map(([words, role, place, level]) => ({
    kind: 'paragraph' as const,
    ...words,
    role,
    item: 'item"<',
    number: place === 'number' ? { value: level, text: `${level}.` } : null,
    list:
      place === 'sub-paragraph' || place === 'bullet'
        ? { kind: place, level, ordinal: 1, text: place === 'bullet' ? '\u2022' : '(a)', list: level }
        : null,
  }))

function sections(level: 1 | 2 | 3): fc.Arbitrary<Section> {
  const part: fc.Arbitrary<Section | Paragraph> =
    level === 3 ? paragraph : fc.oneof({ weight: 3, arbitrary: paragraph }, sections((level + 1) as 2 | 3))
  return fc.record({
    kind: fc.constant('section' as const),
    level: fc.constant(level),
    number: fc.constantFrom('I.', null),
    heading: line,
    content: fc.array(part, { maxLength: 4 }),
  })
}

/** Any document. Its text is clean, as that of every document is; each footnote has one mark, in the last chapter. */
export const anyReport: fc.Arbitrary<Report> = fc
  .tuple(
    fc.constantFrom('en' as const, 'fr' as const, 'ar' as const),
    fc.array(text.map(cleanLine), { minLength: 6, maxLength: 6 }),
    fc.array(sections(1), { maxLength: 3 }),
    fc.array(line, { maxLength: 2 }),
  )
  .map(([language, words, chapters, notes]) => {
    const [form = '', title = '', placeAndDates = '', convener = '', header = '', omitted = ''] = words
    const marks = notes.map((_, index): Inline => ({ kind: 'note', number: index + 1 }))
    return {
      language,
      direction: language === 'ar' ? 'rtl' : 'ltr',
      front: { form, title, placeAndDates, convener, notice: null, omissionsTitle: 'About' },
      header,
      date: '2031-05-24',
      sections: [...chapters, lastChapter(marks)],
      footnotes: notes.map((note, index) => ({ ...note, number: index + 1 })),
      omissions: [{ kind: 'unknown', count: 1, topics: [1], text: omitted }],
    }
  })

function lastChapter(inlines: readonly Inline[]): Section {
  const heading: Line = { lang: 'en', direction: 'ltr', inlines: [{ kind: 'text', text: 'Last' }] }
  const content: Paragraph = {
    ...heading,
    kind: 'paragraph',
    role: 'text',
    item: 'z',
    number: null,
    list: null,
  }
  const words: Inline = { kind: 'text', text: 'end' }
  return {
    kind: 'section',
    level: 1,
    number: null,
    heading,
    content: [{ ...content, inlines: [words, ...inlines] }],
  }
}

/** Gives the text of each line of a document's body, in order. */
export function bodyLines({ sections: chapters }: Report): Line[] {
  const lines = (section: Section): Line[] => [
    section.heading,
    ...section.content.flatMap((part) => (part.kind === 'section' ? lines(part) : [part])),
  ]
  return chapters.flatMap(lines)
}
