import './skeleton.css'
import { useText } from '../i18n/text.tsx'

/** Widths of lines as text has them; it stands still. */
const WIDTHS = ['92%', '100%', '71%', '96%', '88%', '43%']

/** What stands for text that is being loaded. Seen after 300 ms only: most loads are quicker. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  const { t } = useText()
  return (
    <div className="skeleton" role="status">
      <span className="visually-hidden">{t('ui.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike.
        <span key={line} className="skeleton-line" style={{ inlineSize: WIDTHS[line % WIDTHS.length] }} />
      ))}
    </div>
  )
}
