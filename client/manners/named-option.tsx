import { matchIn } from '../editor/notes/speaker-query.ts'

interface NamedOptionProps {
  name: string
  detail: string
  /** What was typed: its letters are underlined where they stand in the name. */
  words: string
}

/** A name as lists show it. */
export function NamedOption({ name, detail, words }: NamedOptionProps) {
  const match = matchIn(name, words)
  return (
    <>
      <bdi className="option-name">
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
      {detail !== '' && <bdi className="option-detail">{detail}</bdi>}
    </>
  )
}
