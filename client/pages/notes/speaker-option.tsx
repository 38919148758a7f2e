import { matchIn, type SpeakerChoice } from '../../editor/notes/speaker-query.ts'

interface SpeakerOptionProps {
  choice: SpeakerChoice
  /** What was typed: its letters are underlined where they stand in the name. */
  words: string
  /** When they spoke in this topic last; null: not yet. */
  spoke: string | null
}

/** A name as the picker lists it. */
export function SpeakerOption({ choice: { name, detail }, words, spoke }: SpeakerOptionProps) {
  const match = matchIn(name, words)
  return (
    <>
      <bdi className="speaker-name">
        {match === null ? (
          name
        ) : (
          <>
            {name.slice(0, match.from)}
            <u>{name.slice(match.from, match.to)}</u>
            {name.slice(match.to)}
          </>
        )}
      </bdi>
      {detail !== '' && <bdi className="speaker-detail">{detail}</bdi>}
      {spoke !== null && <span className="speaker-spoke">{spoke}</span>}
    </>
  )
}
