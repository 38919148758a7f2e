import { useText } from '../i18n/text.tsx'
import { OptionList } from '../ui/option-list.tsx'
import type { Mentioning } from './use-mentioning.ts'

/** Who can be mentioned by what is being typed. Keys reach it through the field. */
export function MentionList({ mentioning }: { mentioning: Mentioning }) {
  const { t } = useText()
  const { id, choices, active, pick } = mentioning
  if (choices.length === 0) return null
  return (
    <div className="option-list composer-mentions">
      <OptionList
        id={id}
        label={t('threads.whom')}
        items={choices}
        active={active}
        keyOf={(choice) => `${choice.of}:${choice.id}`}
        onPick={pick}
      >
        {({ name, detail }) => (
          <>
            <bdi className="option-name">{name}</bdi>
            <bdi className="option-detail">{detail}</bdi>
          </>
        )}
      </OptionList>
    </div>
  )
}
