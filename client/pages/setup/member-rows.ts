import type { MechanismFact, MemberFact } from '../../../shared/meeting/facts.ts'
import { countryName } from '../../../shared/names/country-name.ts'
import { fold } from '../../../shared/names/fold.ts'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { matchesSearch, searchForms } from '../../../shared/names/search-forms.ts'
import { ROLES } from '../../../shared/permissions/principal.ts'
import { byMember, type InvitationFact, type Invited, invitedOf } from '../../meeting/invitation-fact.ts'

/** One member as the table shows them. */
export interface MemberRow {
  readonly id: string
  readonly member: MemberFact
  readonly mechanism: MechanismFact | null
  /** Country and short name of the mechanism; empty for who speaks for none. */
  readonly speaksFor: string
  /** Null: not known. */
  readonly invited: Invited | null
}

export type SortColumn = 'name' | 'speaksFor' | 'role' | 'invitation'

export interface RowsInput {
  readonly members: ReadonlyMap<string, MemberFact>
  readonly mechanisms: ReadonlyMap<string, MechanismFact>
  readonly invitations: readonly InvitationFact[] | null
  readonly language: NameLanguage
}

/** Puts together what the table shows, in the order of roles and names. */
export function memberRows({ members, mechanisms, invitations, language }: RowsInput): MemberRow[] {
  const links = invitations === null ? null : byMember(invitations)
  const rows = [...members].map(([id, member]): MemberRow => {
    const mechanism = member.mechanism === null ? null : (mechanisms.get(member.mechanism) ?? null)
    return {
      id,
      member,
      mechanism,
      speaksFor:
        mechanism === null
          ? ''
          : `${countryName(mechanism, language)}${language === 'ar' ? '،' : ','} ${mechanism.shortName}`,
      invited: links === null ? null : invitedOf(links.get(id) ?? []),
    }
  })
  return sortRows(rows, 'role', false, language)
}

/** Gives the rows of whom a search finds: by a word of the name, of the country, of the mechanism. */
export function searchRows(rows: readonly MemberRow[], typed: string): MemberRow[] {
  if (fold(typed).trim() === '') return [...rows]
  return rows.filter(({ member, mechanism }) => {
    const forms = [fold(member.name), ...(mechanism === null ? [] : searchForms(mechanism))]
    return matchesSearch(forms, typed)
  })
}

const INVITED = ['joined', 'not-opened', 'ended', 'none'] as const

/** Sorts by a column; within it by role and name. */
export function sortRows(
  rows: readonly MemberRow[],
  column: SortColumn,
  isDescending: boolean,
  language: NameLanguage,
): MemberRow[] {
  const { compare } = new Intl.Collator(language)
  const byName = (one: MemberRow, other: MemberRow): number => compare(one.member.name, other.member.name)
  const byRole = (one: MemberRow, other: MemberRow): number =>
    ROLES.indexOf(one.member.role) - ROLES.indexOf(other.member.role)
  const orders: Record<SortColumn, (one: MemberRow, other: MemberRow) => number> = {
    name: byName,
    role: byRole,
    speaksFor: (one, other) => compare(one.speaksFor, other.speaksFor),
    invitation: (one, other) =>
      INVITED.indexOf(one.invited?.state ?? 'none') - INVITED.indexOf(other.invited?.state ?? 'none'),
  }
  const direction = isDescending ? -1 : 1
  return [...rows].sort(
    (one, other) => direction * orders[column](one, other) || byRole(one, other) || byName(one, other),
  )
}
