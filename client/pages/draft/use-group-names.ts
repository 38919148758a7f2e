import { useMemo } from 'react'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useDraft } from './draft-context.ts'
import { groupNames } from './view-labels.ts'
import type { Order } from './view-query.ts'

/** Gives the names of the groups of a view by their ids, in their order. */
export function useGroupNames(by: Order): ReadonlyMap<string, string> {
  const { t, language } = useText()
  const { mechanisms } = useMeeting()
  const { sections } = useDraft()
  return useMemo(
    () => new Map(groupNames(by, { t, language, mechanisms, sections }).map(({ id, title }) => [id, title])),
    [by, t, language, mechanisms, sections],
  )
}
