import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { speakerWords } from '../../provenance/speaker-words.ts'
import type { AlikeText } from './alike-state.ts'
import { useItemNumbers } from './use-item-numbers.ts'

/** Names one of a pair: who said it, and where it stands; `beside`: who alone, where that tells it from the other. */
export type NameOf = (text: AlikeText, beside?: AlikeText) => string

export function useAlikeName(): NameOf {
  const { t, language } = useText()
  const { mechanisms, topics } = useMeeting()
  const numbers = useItemNumbers()
  const whoOf = ({ said }: AlikeText): string | null =>
    said === null ? null : (speakerWords(said.speaker, mechanisms, language)?.name ?? null)
  return (text, beside) => {
    const { item, said } = text
    const who = whoOf(text)
    if (who !== null && beside !== undefined && whoOf(beside) !== who) return who
    const number = item === null ? undefined : numbers.get(item)
    const topic = topics.find(({ id }) => id === said?.topic)?.number
    const where =
      number !== undefined
        ? t('merge.alike.inDraft', { number })
        : topic !== undefined
          ? t('merge.topic', { number: topic })
          : t('merge.anItem')
    return who === null ? where : t('merge.alike.name', { who, where })
  }
}
