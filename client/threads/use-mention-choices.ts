import { useMemo } from 'react'
import { countryName, sortMechanisms } from '../../shared/names/country-name.ts'
import { fold } from '../../shared/names/fold.ts'
import { matchesSearch, searchForms } from '../../shared/names/search-forms.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { Mention } from './mention-text.ts'

/** Somebody who can be mentioned, as the list shows them. */
export interface MentionChoice extends Mention {
  readonly name: string
  readonly detail: string
}

/** Names whom a mention means, in the reader's language. */
export type LabelOf = (mention: Pick<Mention, 'of' | 'id'>) => string

/** No list is longer: who is not among them is found by another letter. */
const MOST = 8

/** Gives the way to find people and mechanisms by what is typed: people first, each by name. */
export function useMentionChoices(): (words: string) => readonly MentionChoice[] {
  const { t, language } = useText()
  const { members, mechanisms } = useMeeting()
  const labelOf = useMentionLabel()
  const all = useMemo(() => {
    const people = [...members].map(([id, { name, role }]) => {
      const choice: MentionChoice = { of: 'member', id, label: name, name, detail: t(`role.${role}`) }
      return { choice, forms: [fold(name)] }
    })
    people.sort((one, other) => one.choice.name.localeCompare(other.choice.name, language))
    const bodies = sortMechanisms(mechanisms, language).map(([id, mechanism]) => {
      const label = labelOf({ of: 'mechanism', id })
      const name = countryName(mechanism, language)
      const choice: MentionChoice = { of: 'mechanism', id, label, name, detail: mechanism.shortName }
      return { choice, forms: searchForms(mechanism) }
    })
    return [...people, ...bodies]
  }, [members, mechanisms, language, labelOf, t])
  return useMemo(() => {
    return (words) =>
      all
        .filter(({ forms }) => words === '' || matchesSearch(forms, words))
        .slice(0, MOST)
        .map(({ choice }) => choice)
  }, [all])
}

/** Gives how mentions are written: a member by name, a mechanism by country and, where a country has two, its own name. */
export function useMentionLabel(): LabelOf {
  const { t, language } = useText()
  const { members, mechanisms } = useMeeting()
  return useMemo(() => {
    return ({ of, id }) => {
      if (of === 'member') return members.get(id)?.name ?? t('threads.somebody')
      const mechanism = mechanisms.get(id)
      if (mechanism === undefined) return t('threads.somebody')
      const country = countryName(mechanism, language)
      const isOne = [...mechanisms.values()].filter(({ code }) => code === mechanism.code).length === 1
      return isOne ? country : `${country} (${mechanism.shortName})`
    }
  }, [members, mechanisms, language, t])
}
