import type { SpeakerChoice } from '../../editor/notes/speaker-query.ts'
import { NamedOption } from '../../manners/named-option.tsx'

interface SpeakerOptionProps {
  choice: SpeakerChoice
  /** What was typed. */
  words: string
  /** When they spoke in this topic last; null: not yet. */
  spoke: string | null
}

/** A speaker as the picker lists them. */
export function SpeakerOption({ choice: { name, detail }, words, spoke }: SpeakerOptionProps) {
  return (
    <>
      <NamedOption name={name} detail={detail} words={words} />
      {spoke !== null && <span className="speaker-spoke">{spoke}</span>}
    </>
  )
}
