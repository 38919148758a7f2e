import { describe, expect, test } from 'vitest'
import { buildReport } from './build-report.ts'
import type { ReportItem } from './report-input.ts'
import { input, item, omitted, options, outline, statuses } from './testing/report-input.ts'

function version(id: string, words: string, section = 't1'): ReportItem {
  return { ...item(id, section, words), alternativeOf: 'a' }
}

describe('[AD2] alternatives in a document', () => {
  const items = [
    item('a', 't1', 'One.'),
    version('b', 'Another.'),
    version('c', 'A third.'),
    item('d', 't1', 'Next, see {ref item=c}.'),
  ]

  test('have the number of the first and bis, ter, each in square brackets; the next one counts on', () => {
    const report = buildReport(input(items), options())
    expect(outline(report).slice(-4)).toEqual([
      '1. [One.]',
      '1 bis. [Another.]',
      '1 ter. [A third.]',
      '2. Next, see recommendation\u00A01\u00A0ter.',
    ])
    expect(omitted(report)['brackets-kept']).toBe('Passages in square brackets: 3')
  })

  test('keep their numbers where brackets are left out, which is said', () => {
    const report = buildReport(input(items), options({ brackets: 'stripped' }))
    expect(outline(report).at(-3)).toBe('1 bis. Another.')
    expect(omitted(report)['brackets-stripped']).toContain(': 3')
  })

  test('where only one stands, by withdrawal or removal, it has the number alone', () => {
    const withdrawn = input(items.slice(0, 2), { itemFacts: statuses({ a: 'withdrawn' }) })
    expect(outline(buildReport(withdrawn, options())).at(-1)).toBe('1. Another.')
    const removed = input(items.slice(1))
    expect(outline(buildReport(removed, options())).slice(-3)[0]).toBe('1. [Another.]')
  })

  test('in Arabic they are مكررا', () => {
    const report = buildReport(input(items), options({ language: 'ar' }))
    expect(outline(report).at(-3)).toMatch(/^1 مكررا- /)
  })
})
