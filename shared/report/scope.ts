import type { TopicFact } from '../meeting/facts.ts'
import type { Naming } from '../names/attribution-label.ts'
import type { OmissionCount } from './omissions.ts'
import type { ReportInput, ReportOptions } from './report-input.ts'

/** What making one document needs everywhere. */
export interface Scope {
  readonly input: ReportInput
  readonly options: ReportOptions
  readonly naming: Naming
  readonly topics: ReadonlyMap<string, TopicFact>
  readonly omissions: OmissionCount
}

/** Gives the number of the topic that a section of the draft stands for; null for the general one. */
export function topicNumber(scope: Scope, section: string): number | null {
  return scope.topics.get(section)?.number ?? null
}
