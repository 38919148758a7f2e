import { memo } from 'react'
import { useText } from '../../i18n/text.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import type { NotesDesk } from './notes-desk.ts'
import type { OutlineEntry } from './outline-entries.ts'
import { useFromDesk } from './use-desk.ts'

interface OutlineRowProps {
  desk: NotesDesk
  entry: OutlineEntry
  isCurrent: boolean
  isStop: boolean
  onJump(line: string): void
}

/** A heading or an intervention in the outline. Drawn again only when it says something else. */
export const OutlineRow = memo(
  function OutlineRow({ desk, entry, isCurrent, isStop, onJump }: OutlineRowProps) {
    return (
      <li className="outline-item">
        <button
          type="button"
          className="outline-row"
          data-is={entry.is}
          data-level={entry.is === 'heading' ? entry.level : undefined}
          aria-current={isCurrent ? 'location' : undefined}
          tabIndex={isStop ? 0 : -1}
          onClick={() => onJump(entry.line)}
        >
          {entry.is === 'intervention' && <Head desk={desk} entry={entry} />}
          <span className="outline-words" dir="auto">
            {entry.words}
          </span>
        </button>
      </li>
    )
  },
  (before, after) =>
    before.desk === after.desk &&
    before.isCurrent === after.isCurrent &&
    before.isStop === after.isStop &&
    before.onJump === after.onJump &&
    (before.entry === after.entry || written(before.entry) === written(after.entry)),
)

/** Who spoke, when the first words were noted, and which kinds of passages there are. */
function Head({ desk, entry }: { desk: NotesDesk; entry: OutlineEntry & { is: 'intervention' } }) {
  const { t } = useText()
  const name = useFromDesk(desk, ({ words }) =>
    entry.speaker === null ? words.words.whoSpeaks : words.words.speaker(entry.speaker).name,
  )
  const time = useFromDesk(desk, ({ times, words }) => {
    const at = times.first(entry.opening)
    return at === null ? null : words.formatTime(at)
  })
  return (
    <span className="outline-head">
      <bdi className={entry.speaker === null ? 'outline-nobody' : 'outline-speaker'}>{name}</bdi>
      {[...entry.kinds].map(([kind, count]) => (
        <span key={kind} className="outline-kind" data-kind={kind} title={t(`kind.${kind}`)}>
          <KindGlyph kind={kind} />
          <span className="visually-hidden">{t(`kind.${kind}`)}</span>
          {count > 1 && <span>{count}</span>}
        </span>
      ))}
      {time !== null && <bdi className="outline-time">{time}</bdi>}
    </span>
  )
}

function written(entry: OutlineEntry): string {
  return JSON.stringify(entry.is === 'heading' ? entry : { ...entry, index: 0, kinds: [...entry.kinds] })
}
