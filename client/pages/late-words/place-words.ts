import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { whereAddress } from '../../shell/where-words.ts'

/** The text that late words were written for. */
export interface Place {
  /** `Topic 2`, `Draft`. */
  readonly words: string
  /** The topic's own title. */
  readonly title: string | null
  readonly address: string | null
}

/** Gives the way to name a room of the meeting. */
export function usePlaceWords(): (room: string) => Place {
  const { t } = useText()
  const { id, topics } = useMeeting()
  return (room) => {
    if (room === 'draft') return { words: t('shell.draft'), title: null, address: whereAddress(id, room) }
    const topic = topics.find((each) => `notes/${each.id}` === room)
    if (topic === undefined) return { words: t('late.unknownPlace'), title: null, address: null }
    const { number, title, shortTitle } = topic
    return {
      words: t('shell.topic', { number }),
      title: shortTitle ?? title,
      address: whereAddress(id, room),
    }
  }
}
