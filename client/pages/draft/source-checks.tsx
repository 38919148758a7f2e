import { CircleCheck, CircleDashed, History } from 'lucide-react'
import {
  type CheckStatus,
  interventionsOf,
  mechanismsOf,
  statusOf,
} from '../../../shared/checks/own-interventions.ts'
import type { SourceFact } from '../../../shared/meeting/facts.ts'
import { useTopicChecks } from '../../checks/topic-checks.ts'
import { useWhoWords } from '../../checks/who-words.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { PassageNow } from '../../provenance/use-passage-now.ts'

const GLYPHS = { unchecked: CircleDashed, confirmed: CircleCheck, 'changed-since': History } as const

/** Whether each mechanism that spoke has confirmed its words as the notes have them now. */
export function SourceChecks({ source, now }: { source: SourceFact; now: PassageNow }) {
  const { checks } = useTopicChecks(now.room.doc)
  const speaker = now.passage?.speaker ?? source.speaker
  return mechanismsOf(speaker).map((mechanism) => {
    const own = interventionsOf(mechanism, now.notes).find(({ spoken }) =>
      spoken.some(({ id }) => source.blocks.includes(id)),
    )
    if (own === undefined) return null
    return <Check key={mechanism} mechanism={mechanism} status={statusOf(own, mechanism, checks)} />
  })
}

function Check({ mechanism, status }: { mechanism: string; status: CheckStatus }) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const who = useWhoWords()
  const Glyph = GLYPHS[status.is]
  return (
    <p className="draft-source-facts draft-source-check" data-status={status.is}>
      <Glyph />
      {status.is === 'unchecked'
        ? t('draft.sourceUnchecked')
        : t(status.is === 'confirmed' ? 'checks.confirmed' : 'checks.changedSince', {
            who: who({ ...status.check, mechanism }),
            moment: formatMoment(language, status.check.at, meeting.timeZone),
          })}
    </p>
  )
}
