import { formatDay, formatHours } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { PageProps } from '../../shell/page.tsx'
import { ReadersButton } from './readers-button.tsx'

/** What stands above the notes: number, hour, who notes them; the title. */
export type NotesHeader = Pick<PageProps, 'title' | 'shortTitle' | 'kicker' | 'at'>

/** Gives the head of a topic's page. */
export function useNotesHeader(topic: Topic): NotesHeader {
  const { t, language } = useText()
  const { members, may } = useMeeting()
  const { id, number, title, shortTitle, startsAt, endsAt } = topic
  const comma = language === 'ar' ? '، ' : ', '
  const noting = [...members.values()].filter(
    ({ role, topics }) => role === 'rapporteur' && topics.includes(id),
  )
  const parts = [t('shell.topic', { number })]
  if (startsAt !== null)
    parts.push(formatDay(language, startsAt, 'long') + comma + formatHours(startsAt, endsAt))
  if (noting.length > 0) parts.push(t('notes.notedBy', { names: noting.map(({ name }) => name).join(comma) }))
  return {
    title,
    shortTitle: shortTitle ?? title,
    at: `notes/${id}`,
    kicker: (
      <>
        {parts.map((part, index) => (
          <span key={part}>
            {index > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
        {may('set-up') && (
          <>
            {' \u00A0'}
            <ReadersButton topic={topic} />
          </>
        )}
      </>
    ),
  }
}
