import { ADDRESSEES } from '../../../shared/draft/advice/words/language-words.ts'
import { STATUSES } from '../../../shared/meeting/facts.ts'
import { countryName } from '../../../shared/names/country-name.ts'
import type { useText } from '../../i18n/text.tsx'
import type { useMeeting } from '../../meeting/meeting-provider.tsx'
import type { Order } from './view-query.ts'

export const THEMES = [
  'mandate',
  'data',
  'reporting',
  'victims',
  'children',
  'justice',
  'prevention',
  'labour',
  'migration',
  'cooperation',
  'instruments',
  'means',
] as const
export type Theme = (typeof THEMES)[number]

/** The group of what belongs to none; no topic, mechanism or kind of addressee has this id. */
export const NO_GROUP = '-'

interface Words {
  readonly t: ReturnType<typeof useText>['t']
  readonly language: ReturnType<typeof useText>['language']
  readonly mechanisms: ReturnType<typeof useMeeting>['mechanisms']
  readonly sections: readonly { readonly id: string; readonly title: string }[]
}

/** A group by name. */
export interface GroupName {
  readonly id: string
  readonly title: string
}

/** Gives the groups of an order, in their order. */
export function groupNames(by: Order, { t, language, mechanisms, sections }: Words): readonly GroupName[] {
  switch (by) {
    case 'topic':
      return sections
    case 'status':
      return STATUSES.map((status) => ({ id: status, title: t(`status.${status}`) }))
    case 'addressee':
      return [
        ...ADDRESSEES.map((kind) => ({ id: kind, title: t(`views.addressee.${kind}`) })),
        { id: NO_GROUP, title: t('views.addressee.none') },
      ]
    case 'theme':
      return [
        ...THEMES.map((theme) => ({ id: theme, title: t(`views.theme.${theme}`) })),
        { id: NO_GROUP, title: t('views.theme.none') },
      ]
    case 'mechanism':
      return [...mechanismNames({ language, mechanisms }), { id: NO_GROUP, title: t('views.noMechanism') }]
  }
}

/** Names mechanisms by country, as they are listed; those of one country by their own name too. */
export function mechanismNames({
  language,
  mechanisms,
}: Pick<Words, 'language' | 'mechanisms'>): readonly GroupName[] {
  const countries = [...mechanisms].map(([id, mechanism]) => ({
    id,
    title: countryName(mechanism, language),
    mechanism,
  }))
  return countries
    .map(({ id, title, mechanism }) => {
      const isShared = countries.some((other) => other.title === title && other.id !== id)
      return { id, title: isShared ? `${title} · ${mechanism.name}` : title }
    })
    .sort((one, other) => one.title.localeCompare(other.title, language))
}
