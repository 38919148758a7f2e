import type { StatementBlock, StatementRun } from '../../../shared/statements/statement.ts'
import { useText } from '../../i18n/text.tsx'

interface StatementPreviewProps {
  blocks: readonly StatementBlock[]
  keepsNumbers: boolean
}

/** More are not looked through in a dialog; all of them are inserted. */
const MAX_SHOWN = 300

/** The lines that a statement will become. */
export function StatementPreview({ blocks, keepsNumbers }: StatementPreviewProps) {
  const { t } = useText()
  const more = blocks.length - MAX_SHOWN
  return (
    <div className="statement-preview">
      <h3 id="statement-preview">{t('statements.passages', { count: blocks.length })}</h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is scrolled by keys too. */}
      <section className="statement-lines" tabIndex={0} aria-labelledby="statement-preview">
        {blocks.slice(0, MAX_SHOWN).map((block, index) => (
          <p
            // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes.
            key={index}
            className="statement-line"
            data-type={block.type}
            data-depth={block.depth ?? 0}
            dir="auto"
          >
            {keepsNumbers && block.number !== undefined && `${block.number} `}
            {block.runs.map((run, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: neither does a line.
              <Run key={at} run={run} />
            ))}
          </p>
        ))}
        {more > 0 && <p className="statement-more">{t('statements.more', { count: more })}</p>}
      </section>
    </div>
  )
}

function Run({
  run: { text, bold, italic, underline, strike, link, break: isBreak },
}: {
  run: StatementRun
}) {
  if (isBreak) return <br />
  let shown = <>{text}</>
  if (bold) shown = <strong>{shown}</strong>
  if (italic) shown = <em>{shown}</em>
  if (strike) shown = <s>{shown}</s>
  if (underline || link !== undefined) shown = <u>{shown}</u>
  return shown
}
