import { useText } from '../i18n/text.tsx'
import type { ShownThread } from './thread.ts'
import { THREAD_FILTERS, type ThreadFilter } from './thread-filter.ts'

interface ThreadFiltersProps {
  lists: Readonly<Record<ThreadFilter, readonly ShownThread[]>>
  selected: ThreadFilter
  onSelect(filter: ThreadFilter): void
}

/** Which threads are shown, with how many there are; a filter without any is not shown. */
export function ThreadFilters({ lists, selected, onSelect }: ThreadFiltersProps) {
  const { t } = useText()
  const shown = THREAD_FILTERS.filter(
    (each) => each === 'open' || each === selected || lists[each].length > 0,
  )
  if (shown.length === 1) return null
  return (
    <fieldset className="thread-filters" aria-label={t('threads.show')}>
      {shown.map((filter) => (
        <button
          key={filter}
          type="button"
          className="thread-filter"
          aria-pressed={filter === selected}
          onClick={() => onSelect(filter)}
        >
          {t(`threads.filter.${filter}`)} <span>{lists[filter].length}</span>
        </button>
      ))}
    </fieldset>
  )
}
