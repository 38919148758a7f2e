import type { OwnIntervention } from '../../../shared/checks/own-interventions.ts'
import type { TopicChecks } from '../../checks/topic-checks.ts'
import type { Topic } from '../../meeting/meeting.ts'
import type { BlockTimes } from '../../provenance/use-block-times.ts'

/** What a mechanism said in one topic, as this page has it. */
export interface TopicWords extends TopicChecks {
  readonly topic: Topic
  readonly interventions: readonly OwnIntervention[]
  /** The server tells every change at once: what stands here is the text now. */
  readonly isLive: boolean
  readonly times: ReadonlyMap<string, BlockTimes>
}
