import './alike.css'
import { Fragment } from 'react'
import type { AlikeMark } from './found-alike.ts'

interface AlikeWordsProps {
  words: string
  lang: string | null
  marks: readonly AlikeMark[]
}

/** A text with what another says too underlined: solid where it is the same word, dotted where it is the same thing. */
export function AlikeWords({ words, lang, marks }: AlikeWordsProps) {
  const ends = [0, ...marks.map(({ to }) => to)]
  return (
    <p className="alike-words" dir="auto" {...(lang !== null && { lang })}>
      {marks.map(({ from, to, kind }, index) => (
        <Fragment key={from}>
          {shown(words.slice(ends[index], from))}
          <span className={kind === 'same words' ? 'alike-same' : 'alike-term'}>
            {shown(words.slice(from, to))}
          </span>
        </Fragment>
      ))}
      {shown(words.slice(ends.at(-1)))}
    </p>
  )
}

// What stands for an atom in words has no face of its own.
function shown(words: string): string {
  return words.replaceAll('\uFFFC', '')
}
