import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts, useMeeting } from '../../meeting/meeting-provider.tsx'
import { lastMerge } from '../../provenance/last-merge.ts'

/** The line above the draft's title: after which merge, and how many recommendations there are. */
export function DraftKicker({ count }: { count: number }) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const last = lastMerge(useFacts('merges'))
  const parts =
    last === null
      ? []
      : [
          t('draft.afterMerge', { merge: last.number }),
          formatMoment(language, last.fact.at, meeting.timeZone),
        ]
  return [...parts, t('draft.count', { count })].join(' · ')
}
