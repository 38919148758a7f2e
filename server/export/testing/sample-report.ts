import { buildReport } from '../../../shared/report/build-report.ts'
import type { Report } from '../../../shared/report/report.ts'
import type { ReportOptions } from '../../../shared/report/report-input.ts'
import { input, item, options, provenance } from '../../../shared/report/testing/report-input.ts'

const OPEN = '{bracket side=open id=1}'
const CLOSE = '{bracket side=close id=1}'

const items = [
  item('a', 't1', `States should set out the mandate ${OPEN}or the duty${CLOSE} in an act.`),
  item('b', 't1', [
    'b|Bodies should:',
    'b1 subparagraph|publish a report{note id=n};',
    'b2 subparagraph level=2|in *every* language;',
    'b3 subparagraph|see to {ref item=c}.',
    'n footnote note=n|A note with {mention of=mechanism id=nga label=Eve_Label}.',
  ]),
  item('h1', 't2', 'Before all', 'heading'),
  item('c', 't2', [
    'c lang=ar|ينبغي للدول أن تعتمد (Act 2003) قانونا.',
    'c1 subparagraph lang=ar|أولا',
    'c2|Then{break}more',
  ]),
  item('h2', 't2', 'After all', 'heading'),
  item(
    'p',
    't2',
    ['p|The meeting *took* note.', 'p1 subparagraph|one', 'p2 bullet depth=1|two', 'p3 gloss|/La/ réunion'],
    'paragraph',
  ),
  item('d', 't3', ['d|Act with {mention of=member id=bob label=Eve_Label}.']),
]

const sources = {
  a: ['t1 m:fin', 't1 m:bel,m:swe', 't1 chair'],
  b: ['t1 guest:Ada_Guest', 't1 m:irn'],
  c: ['t2 m:nga region', 't2 m:bel'],
  d: ['t3 m:swe'],
}

/** A document with one of everything. */
export function sampleReport(chosen: Partial<ReportOptions> = {}): Report {
  return buildReport(input(items, { provenance: provenance(sources), removed: 1 }), options(chosen))
}
