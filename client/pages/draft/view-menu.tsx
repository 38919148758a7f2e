import { ListFilter } from 'lucide-react'
import { useMemo } from 'react'
import { STATUSES } from '../../../shared/meeting/facts.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Select } from '../../ui/select.tsx'
import { useDraft } from './draft-context.ts'
import type { ViewChoice } from './use-view.ts'
import { type GroupName, mechanismNames } from './view-labels.ts'
import { countFilters, isWhole, ORDERS } from './view-query.ts'

/** No choice: nothing that is chosen has this id. */
const ANY = '-'

/** What of the draft is shown, and in which order: one button, which says so itself. */
export function ViewMenu({ choice }: { choice: ViewChoice }) {
  const { t } = useText()
  const { view, change, showAll } = choice
  const { sections } = useDraft()
  const mechanisms = useMechanismNames()
  const filters = countFilters(view)
  const order = view.by === 'topic' ? [] : [t(`views.by.${view.by}`)]
  const label = [...order, ...(filters > 0 ? [t('views.filters', { count: filters })] : [])].join(' · ')
  return (
    <Popover
      label={t('views.menu')}
      placement="bottom end"
      trigger={<Button icon={ListFilter}>{label === '' ? t('views.all') : label}</Button>}
    >
      <div className="draft-view-menu">
        <Choice
          label={t('views.by')}
          value={view.by}
          names={ORDERS.map((id) => ({ id, title: t(`views.by.${id}`) }))}
          onChoose={(by) => change({ by: ORDERS.find((order) => order === by) ?? 'topic' })}
        />
        <Choice
          label={t('views.status')}
          value={view.status}
          any={t('views.anyStatus')}
          names={STATUSES.map((id) => ({ id, title: t(`status.${id}`) }))}
          onChoose={(status) => change({ status: STATUSES.find((one) => one === status) ?? null })}
        />
        <Choice
          label={t('views.mechanism')}
          value={view.mechanism}
          any={t('views.anyMechanism')}
          names={mechanisms}
          onChoose={(mechanism) => change({ mechanism })}
        />
        <Choice
          label={t('views.topic')}
          value={view.topic}
          any={t('views.anyTopic')}
          names={sections}
          onChoose={(topic) => change({ topic })}
        />
        <Checkbox isSelected={view.withBrackets} onChange={(withBrackets) => change({ withBrackets })}>
          {t('views.withBrackets')}
        </Checkbox>
        <Checkbox isSelected={view.withComments} onChange={(withComments) => change({ withComments })}>
          {t('views.withComments')}
        </Checkbox>
        {!isWhole(view) && (
          <Button variant="quiet" onPress={showAll}>
            {t('views.showAll')}
          </Button>
        )}
      </div>
    </Popover>
  )
}

interface ChoiceProps {
  label: string
  value: string | null
  names: readonly GroupName[]
  /** What no choice is called; without it there is always one. */
  any?: string
  onChoose(id: string | null): void
}

function Choice({ label, value, names, any, onChoose }: ChoiceProps) {
  const options = names.map(({ id, title }) => ({ value: id, label: title }))
  return (
    <Select
      label={label}
      value={value ?? ANY}
      options={any === undefined ? options : [{ value: ANY, label: any }, ...options]}
      onChange={(chosen) => onChoose(chosen === ANY ? null : chosen)}
    />
  )
}

function useMechanismNames(): readonly GroupName[] {
  const { language } = useText()
  const { mechanisms } = useMeeting()
  return useMemo(() => mechanismNames({ language, mechanisms }), [language, mechanisms])
}
