import './changed-words.css'
import { diffWords } from '../../shared/merge/word-diff.ts'
import { directionOfText } from '../../shared/text/direction.ts'
import { useText } from '../i18n/text.tsx'

/** Words as they were and as they are to be, in one: what goes is struck, what comes is underlined. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  const { t } = useText()
  const pieces: { words: string; is: 'same' | 'deleted' | 'inserted' }[] = []
  let at = 0
  for (const { from, to, insert } of diffWords(before, after)) {
    pieces.push({ words: before.slice(at, from), is: 'same' })
    pieces.push({ words: before.slice(from, to), is: 'deleted' }, { words: insert, is: 'inserted' })
    at = to
  }
  pieces.push({ words: before.slice(at), is: 'same' })
  return (
    // Not `auto`: the hidden words are in the reader's language.
    <p className="changed-words" dir={directionOfText(after) ?? directionOfText(before) ?? 'auto'}>
      {pieces.map(({ words, is }, index) => {
        if (words === '') return null
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
        if (is === 'same') return <span key={index}>{words}</span>
        const Change = is === 'inserted' ? 'ins' : 'del'
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no name but their place.
          <Change key={index}>
            <span className="visually-hidden"> {t(`checks.${is}`)} </span>
            {words}
            <span className="visually-hidden"> {t('checks.endOfChange')} </span>
          </Change>
        )
      })}
    </p>
  )
}
