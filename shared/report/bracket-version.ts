import type { ItemLine } from './item-lines.ts'
import type { Inline, Looks } from './report.ts'
import type { ReportItem } from './report-input.ts'
import { type Scope, topicNumber } from './scope.ts'

/** Puts a version of a recommendation in square brackets as a whole (AD2), where brackets go in; counts them. */
export function bracketVersion(
  scope: Scope,
  item: ReportItem,
  lines: readonly ItemLine[],
): readonly ItemLine[] {
  const { options, omissions } = scope
  omissions.add(`brackets-${options.brackets}`, topicNumber(scope, item.section), 1)
  if (options.brackets === 'stripped') return lines
  const looks: Looks = item.type === 'recommendation' ? { bold: true } : {}
  const bracket = (side: 'open' | 'close'): Inline => ({ kind: 'bracket', side, ...looks })
  return lines.map((line, index) => {
    const opening = index === 0 ? [bracket('open')] : []
    const closing = index === lines.length - 1 ? [bracket('close')] : []
    return { ...line, inlines: [...opening, ...line.inlines, ...closing] }
  })
}
