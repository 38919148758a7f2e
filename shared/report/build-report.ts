import { type Version, versionsOf } from '../draft/alternatives.ts'
import { GENERAL_SECTION } from '../draft/draft-item.ts'
import { leftFor } from '../meeting/left-for.ts'
import { directionOfLanguage } from '../text/direction.ts'
import { bracketVersion } from './bracket-version.ts'
import { cleanLine } from './clean-text.ts'
import { fillReferences } from './fill-references.ts'
import { FootnoteBook } from './footnote-book.ts'
import { frontMatter, pageHeader, reportDate } from './front-matter.ts'
import { type ItemLine, readItemLines } from './item-lines.ts'
import { ListPlaces } from './list-places.ts'
import { headingNumber, paragraphNumber } from './numbering.ts'
import { OmissionCount } from './omissions.ts'
import type { Line, Paragraph, Report, Section } from './report.ts'
import type { ReportInput, ReportItem, ReportOptions } from './report-input.ts'
import { reportWords } from './report-words.ts'
import type { Scope } from './scope.ts'
import { languageOfLine } from './text-direction.ts'

/**
 * Makes the document of a draft: title page, then the recommendations, one heading for each topic that has items. Pure;
 * the same input gives the same document (EX5). Levels and caps are applied here (EX1), flagged passages stay out (EX2),
 * numbers are given (EX3), and what is left out is said (EX4).
 */
export function buildReport(input: ReportInput, options: ReportOptions): Report {
  const { language } = options
  const { meeting, mechanisms } = input
  const scope: Scope = {
    input,
    options,
    naming: { mechanisms, smallestGroup: meeting.smallestGroup, language },
    topics: new Map(input.topics),
    omissions: new OmissionCount(),
  }
  const book = new FootnoteBook()
  const groups = readGroups(scope, book)
  scope.omissions.add('removed', null, input.removed)
  countWithheld(scope)
  const front = frontMatter(meeting, language)
  const { chapter, footnotes } = fillReferences(
    layChapter(scope, groups),
    book.list(),
    language,
    leftFor(input.merges),
    () => scope.omissions.add('references'),
  )
  return {
    language,
    direction: directionOfLanguage(language),
    front,
    header: pageHeader(front, language),
    date: reportDate(meeting),
    sections: [chapter],
    footnotes,
    omissions: scope.omissions.list(options.attribution, language),
  }
}

/** Passages of the notes of which nothing can have come into the draft: whoever reads is told that there are some. */
function countWithheld({ input, options, topics, omissions }: Scope): void {
  for (const [id, topic] of topics) {
    if (options.sections !== null && !options.sections.includes(id)) continue
    omissions.add('withheld', topic.number, input.withheld.get(id) ?? 0)
  }
}

interface Group {
  /** Null for the items of no topic. */
  readonly title: string | null
  readonly items: readonly { readonly item: ReportItem; readonly lines: readonly ItemLine[] }[]
}

/** Reads the items that go in, under their topics in the order of the agenda, those of no topic last. */
function readGroups(scope: Scope, book: FootnoteBook): Group[] {
  const sections = [...scope.topics.keys(), GENERAL_SECTION]
  const groups: Group[] = []
  for (const section of sections) {
    const items = scope.input.items
      .filter((item) => sectionOf(scope, item) === section && goesIn(scope, item, section))
      .map((item) => ({ item, lines: readItemLines(scope, item, book) }))
    const withWords = items.filter(({ lines }) => lines.length > 0)
    scope.omissions.add('empty', null, items.length - withWords.length)
    const title = scope.topics.get(section)?.title ?? null
    if (withWords.length > 0) groups.push({ title, items: withWords })
  }
  return groups
}

/** An item whose topic is gone belongs to none. */
function sectionOf({ topics }: Scope, { section }: ReportItem): string {
  return topics.has(section) ? section : GENERAL_SECTION
}

function goesIn({ input, options, omissions }: Scope, item: ReportItem, section: string): boolean {
  if (options.sections !== null && !options.sections.includes(section)) {
    omissions.add('sections')
    return false
  }
  if (input.itemFacts.get(item.id)?.status === 'withdrawn') {
    omissions.add('withdrawn')
    return false
  }
  return true
}

function layChapter(scope: Scope, groups: readonly Group[]): Section {
  const { language } = scope.options
  const words = reportWords[language]
  const layer = new Layer(scope)
  const heading = ownLine(scope, words.recommendations)
  const number = headingNumber(1, 1, language)
  const [only] = groups
  if (groups.length === 1 && only !== undefined && only.title === null) {
    return { kind: 'section', level: 1, number, heading, content: layer.layGroup(only, 2) }
  }
  const content = groups.map((group, index): Section => {
    return {
      kind: 'section',
      level: 2,
      // Where there is an A there is a B.
      number: groups.length > 1 ? headingNumber(2, index + 1, language) : null,
      heading: group.title === null ? ownLine(scope, words.general) : meetingLine(scope, group.title),
      content: layer.layGroup(group, 3),
    }
  })
  return { kind: 'section', level: 1, number, heading, content }
}

const ALONE: Version = { index: 0, isContested: false }

/** Gives paragraphs their numbers, consecutive through the whole document. */
class Layer {
  readonly #scope: Scope
  readonly #lists: ListPlaces
  #count = 0

  constructor(scope: Scope) {
    this.#scope = scope
    this.#lists = new ListPlaces(scope.options.language)
  }

  /** Lays out one group; its headings are of `level`. */
  layGroup({ items }: Group, level: 2 | 3): Section['content'] {
    const { language } = this.#scope.options
    const content: (Section | Paragraph)[] = []
    const headings = items.reduce(
      (sum, { item, lines }) => sum + (item.type === 'heading' ? lines.length : 0),
      0,
    )
    const versions = versionsOf(items.map(({ item }) => item))
    let under: (Section | Paragraph)[] = content
    let count = 0
    for (const [index, { item, lines }] of items.entries()) {
      if (item.type !== 'heading') {
        under.push(...this.#layItem(item, lines, versions[index] ?? ALONE))
        continue
      }
      for (const heading of lines) {
        under = []
        const number = headings > 1 ? headingNumber(level, ++count, language) : null
        content.push({ kind: 'section', level, number, heading: lineOf(heading), content: under })
      }
    }
    return content
  }

  /** The first line with text carries the item's number, in place of a list's sign. */
  #layItem(
    item: ReportItem,
    given: readonly ItemLine[],
    { index: version, isContested }: Version,
  ): Paragraph[] {
    const { language } = this.#scope.options
    const lines = isContested ? bracketVersion(this.#scope, item, given) : given
    const numbered = Math.max(
      0,
      lines.findIndex(({ role }) => role === 'recommendation' || role === 'text'),
    )
    if (version === 0) this.#count++
    this.#lists.end()
    const text = paragraphNumber(this.#count, language, version)
    const number = { value: this.#count, text, ...(version > 0 ? { isVersion: true as const } : {}) }
    return lines.map((line, index) => ({
      kind: 'paragraph',
      role: line.role,
      item: item.id,
      number: index === numbered ? number : null,
      list: index === numbered ? this.#lists.end() : this.#lists.next(line.attributes),
      ...lineOf(line),
    }))
  }
}

function lineOf({ lang, direction, inlines }: Line): Line {
  return { lang, direction, inlines }
}

/** A line of the document's own words. */
function ownLine({ options: { language } }: Scope, text: string): Line {
  return { lang: language, direction: directionOfLanguage(language), inlines: [{ kind: 'text', text }] }
}

/** A line of words from the set-up, in the meeting's language. */
function meetingLine({ input }: Scope, text: string): Line {
  const clean = cleanLine(text)
  return { ...languageOfLine(null, clean, input.meeting.lang), inlines: [{ kind: 'text', text: clean }] }
}
