import { Check, ClockAlert, Ellipsis, Link2, ListChecks, type LucideIcon, Mail, Minus, X } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { ROLES, type Role } from '../../../shared/permissions/principal.ts'
import { useText } from '../../i18n/text.tsx'
import type { Invited } from '../../meeting/invitation-fact.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Menu, MenuItem } from '../../ui/menu.tsx'
import { Select } from '../../ui/select.tsx'
import type { MemberRow } from './member-rows.ts'
import type { MemberActions } from './use-member-actions.tsx'

export interface CellProps {
  row: MemberRow
  actions: MemberActions
}

/** The role, changed in place and at once; for a rapporteur, the topics too. */
export function RoleCell({ row, actions }: CellProps) {
  const { t } = useText()
  const { topics } = useMeeting()
  const numbers = topics.filter(({ id }) => row.member.topics.includes(id)).map(({ number }) => number)
  return (
    <>
      <Select
        label={t('setup.roleOf', { name: row.member.name })}
        isLabelHidden
        isQuiet
        value={row.member.role}
        onChange={(role) => actions.changeRole(row, role as Role)}
        options={ROLES.map((role) => ({
          value: role,
          label: t(`role.${role}`),
          hint: t(`setup.role.${role}`),
        }))}
      />
      {row.member.role === 'rapporteur' && (
        <span className="member-topics">
          {numbers.length === 0
            ? t('setup.noTopics')
            : t('setup.topicNumbers', { count: numbers.length, numbers: numbers.join(t('overview.comma')) })}
        </span>
      )}
    </>
  )
}

const signs: Record<Invited['state'], LucideIcon> = {
  joined: Check,
  'not-opened': Mail,
  ended: ClockAlert,
  none: Minus,
}

/** Whether the member has come in. */
export function InvitationCell({ row: { invited } }: { row: MemberRow }) {
  const { t } = useText()
  if (invited === null) return null
  const Sign = signs[invited.state]
  return (
    <span className="member-invited">
      <Sign />
      {t(`setup.invited.${invited.state}`)}
    </span>
  )
}

/** Everything else that the chair can do with a member. */
export function RowMenu({ row, actions }: CellProps) {
  const { t } = useText()
  const { name, role } = row.member
  const trigger = (
    <Button className="icon-button icon-button-small" aria-label={t('setup.menuOf', { name })}>
      <Ellipsis />
    </Button>
  )
  return (
    <Menu label={t('setup.menuOf', { name })} trigger={trigger} placement="bottom end">
      <MenuItem icon={Link2} onAction={() => actions.makeLink(row)}>
        {t('setup.newLink')}
      </MenuItem>
      {role === 'rapporteur' && (
        <MenuItem icon={ListChecks} onAction={() => actions.askForTopics(row)}>
          {t('setup.chooseTopics')}
        </MenuItem>
      )}
      <MenuItem icon={X} onAction={() => actions.askToWithdraw(row)}>
        {t('setup.withdrawLinks')}
      </MenuItem>
    </Menu>
  )
}
