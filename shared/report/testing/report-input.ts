import { GENERAL_SECTION, type ItemType } from '../../draft/draft-item.ts'
import type {
  AttributionLevel,
  MechanismFact,
  MeetingFact,
  ProvenanceFact,
  SourceFact,
  Status,
  TopicFact,
} from '../../meeting/facts.ts'
import type { Block } from '../../text/block.ts'
import { renderBlocks } from '../../text/render.ts'
import { flatText } from '../../text/testing/flat-text.ts'
import type { Paragraph, Report, Section } from '../report.ts'
import type { ReportInput, ReportItem, ReportOptions } from '../report-input.ts'
import { plainText } from '../word-count.ts'

export const MEETING: MeetingFact = {
  title: 'Meeting of bodies that watch over rivers',
  shortTitle: 'Rivers 2031',
  form: 'Consultative meeting',
  place: 'Geneva',
  startsOn: '2031-05-23',
  endsOn: '2031-05-24',
  timeZone: 'Europe/Zurich',
  convener: 'Special Envoy for rivers',
  lang: 'en',
  phase: 'in-session',
  smallestGroup: 3,
  isSample: true,
}

export function topic(number: number, cap: AttributionLevel = 'named'): TopicFact {
  const title = `Title of topic ${number}`
  return { number, title, shortTitle: `Short ${number}`, startsAt: null, endsAt: null, readers: 'all', cap }
}

export function mechanism(code: string, region: string): MechanismFact {
  return { code, country: null, name: `Riverwatch ${code}`, shortName: `Desk ${code}`, region }
}

export const MECHANISMS: ReadonlyMap<string, MechanismFact> = new Map([
  ['bel', mechanism('BEL', 'Europe')],
  ['fin', mechanism('FIN', 'Europe')],
  ['swe', mechanism('SWE', 'Europe')],
  ['nga', mechanism('NGA', 'Africa')],
  ['irn', { ...mechanism('XIR', 'Oceania'), country: 'Iran (Islamic Republic of)' }],
])

/** Everything that names somebody in the meeting above. */
export const NAMES = [
  ...['Belgium', 'Finland', 'Sweden', 'Nigeria', 'Iran', 'Belgique', 'Finlande', 'بلجيكا', 'فنلندا'],
  ...['Riverwatch', 'Desk', 'BEL', 'FIN', 'SWE', 'NGA', 'XIR', 'Europe', 'Africa', 'Oceania', 'Afrique'],
  ...['Ann Lee', 'Bob Roy', 'Ada Guest', 'Eve_Label'],
]

/** An item of the draft, its text in the language of `flatText`. */
export function item(
  id: string,
  section: string,
  lines: readonly string[] | string,
  type: ItemType = 'recommendation',
): ReportItem {
  return { id, section, type, blocks: blocks(typeof lines === 'string' ? [`${id}|${lines}`] : lines) }
}

export function blocks(lines: readonly string[]): Block[] {
  return renderBlocks(flatText(lines))
}

/** A passage behind an item: `t1 m:bel named`. */
export function source(written: string): SourceFact {
  const [topicId = '', speaker = '', level = 'named'] = written.split(' ')
  const attribution = level as AttributionLevel
  return {
    topic: topicId,
    blocks: ['b'],
    hash: 'h',
    speaker: speaker.replaceAll('_', ' '),
    attribution,
    merge: 1,
  }
}

/** Provenance by item, each source in the language of `source`. */
export function provenance(
  sources: Readonly<Record<string, readonly string[]>>,
): Map<string, ProvenanceFact> {
  return new Map(
    Object.entries(sources).map(([id, written]) => [id, { sources: written.map(source), itemHash: 'h' }]),
  )
}

export function input(items: readonly ReportItem[], facts: Partial<ReportInput> = {}): ReportInput {
  return {
    meeting: MEETING,
    topics: [
      ['t1', topic(1)],
      ['t2', topic(2)],
      ['t3', topic(3, 'participants')],
    ],
    mechanisms: MECHANISMS,
    members: new Map([
      ['ann', { name: 'Ann Lee', role: 'chair', mechanism: null, colour: 0, topics: [] }],
      ['bob', { name: 'Bob Roy', role: 'participant', mechanism: 'bel', colour: 1, topics: [] }],
    ]),
    provenance: new Map(),
    itemFacts: new Map(),
    merges: new Map(),
    withheld: new Map(),
    items,
    removed: 0,
    ...facts,
  }
}

export function statuses(of: Readonly<Record<string, Status>>): ReportInput['itemFacts'] {
  return new Map(Object.entries(of).map(([id, status]) => [id, { status }]))
}

export function options(chosen: Partial<ReportOptions> = {}): ReportOptions {
  return { attribution: 'country', language: 'en', sections: null, brackets: 'kept', ...chosen }
}

/** What a document says that it leaves out, by kind. */
export function omitted(report: Report): Record<string, string> {
  return Object.fromEntries(report.omissions.map(({ kind, text }) => [kind, text]))
}

/** Writes a document's body down, one line for each heading and paragraph: number, place in a list, words. */
export function outline(report: Report): string[] {
  return report.sections.flatMap(outlineSection)
}

function outlineSection({ level, number, heading, content }: Section): string[] {
  const head = `${'#'.repeat(level)} ${number === null ? '' : `${number} `}${plainText(heading.inlines)}`
  return [
    head,
    ...content.flatMap((part) => (part.kind === 'section' ? outlineSection(part) : outlineParagraph(part))),
  ]
}

function outlineParagraph({ role, number, list, inlines }: Paragraph): string {
  const marks = inlines.map((inline) => (inline.kind === 'note' ? `^${inline.number}` : plainText([inline])))
  const place = number?.text ?? list?.text ?? '-'
  return `${place} ${role === 'recommendation' || role === 'text' ? '' : `<${role}> `}${marks.join('')}`
}

/** An item of no topic. */
export function generalItem(id: string, text: string, type?: ItemType): ReportItem {
  return item(id, GENERAL_SECTION, text, type)
}
