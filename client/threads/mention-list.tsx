import { useText } from '../i18n/text.tsx'
import type { Mentioning } from './use-mentioning.ts'

/** Who can be mentioned by what is being typed. Keys reach it through the field. */
export function MentionList({ mentioning }: { mentioning: Mentioning }) {
  const { t } = useText()
  const { id, choices, active, pick } = mentioning
  if (choices.length === 0) return null
  return (
    <div id={id} role="listbox" aria-label={t('threads.whom')} className="mention-list">
      {choices.map((choice, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys reach the list through the field.
        <div
          key={`${choice.of}:${choice.id}`}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === active}
          tabIndex={-1}
          className="mention-option"
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(choice)}
        >
          <bdi className="mention-name">{choice.name}</bdi>
          <bdi className="mention-detail">{choice.detail}</bdi>
        </div>
      ))}
    </div>
  )
}
