import { memo } from 'react'
import { useText } from '../../i18n/text.tsx'
import { KindGlyph } from '../../ui/kind-glyph.tsx'
import type { OutlineEntry } from './outline-entries.ts'

interface OutlineRowProps {
  entry: OutlineEntry
  /** Who spoke, in the reader's language. */
  name: string
  /** When the first words were noted; null while nobody knows. */
  time: string | null
  isCurrent: boolean
  isStop: boolean
  onJump(line: string): void
}

/** A heading or an intervention in the outline. Drawn again only when it says something else. */
export const OutlineRow = memo(
  function OutlineRow({ entry, name, time, isCurrent, isStop, onJump }: OutlineRowProps) {
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
          {entry.is === 'intervention' && <Head entry={entry} name={name} time={time} />}
          <span className="outline-words" dir="auto">
            {entry.words}
          </span>
        </button>
      </li>
    )
  },
  (before, after) =>
    before.name === after.name &&
    before.time === after.time &&
    before.isCurrent === after.isCurrent &&
    before.isStop === after.isStop &&
    before.onJump === after.onJump &&
    (before.entry === after.entry || written(before.entry) === written(after.entry)),
)

interface HeadProps extends Pick<OutlineRowProps, 'name' | 'time'> {
  entry: OutlineEntry & { is: 'intervention' }
}

/** Who spoke, when the first words were noted, and which kinds of passages there are. */
function Head({ entry, name, time }: HeadProps) {
  const { t } = useText()
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
