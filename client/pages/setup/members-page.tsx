import './members.css'
import { Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { zoneName } from '../../i18n/zone-name.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useInvitations } from '../../meeting/use-invitations.ts'
import { Page } from '../../shell/page.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { InvitationCard } from './invitation-card.tsx'
import { MemberList } from './member-list.tsx'
import { memberRows, searchRows } from './member-rows.ts'
import { MemberTable } from './member-table.tsx'
import { useMemberActions } from './use-member-actions.tsx'

/** The chair's table of members: who speaks for whom, in which role, and whether they have come in. */
export function MembersPage() {
  const { t } = useText()
  const { may } = useMeeting()
  if (may('set-up')) return <Members />
  return (
    <Page title={t('setup.members')} kicker={t('shell.setup')} at="setup">
      <EmptyState title={t('setup.onlyChair')}>{t('setup.onlyChairBody')}</EmptyState>
    </Page>
  )
}

function Members() {
  const { t, language } = useText()
  const { meeting, members, mechanisms } = useMeeting()
  const { invitations, refresh } = useInvitations()
  const width = useShellWidth()
  const [search, setSearch] = useState('')
  const [params] = useSearchParams()
  const onlyNotOpened = params.get('show') === 'not-opened'
  const actions = useMemberActions(refresh)

  const rows = useMemo(
    () => memberRows({ members, mechanisms, invitations, language }),
    [members, mechanisms, invitations, language],
  )
  const asked = onlyNotOpened ? rows.filter(({ invited }) => invited?.state === 'not-opened') : rows
  const found = searchRows(asked, search)
  const shown = { rows: found, actions }
  return (
    <Page title={t('setup.members')} kicker={t('shell.setup')} at="setup">
      <div className="members">
        <div className="members-main">
          <div className="members-search">
            <TextField
              label={t('setup.search')}
              placeholder={t('setup.search')}
              isLabelHidden
              type="search"
              icon={Search}
              value={search}
              onChange={setSearch}
            />
          </div>
          {onlyNotOpened && (
            <p className="members-filter">
              {t('setup.onlyNotOpened')} <Link to="?">{t('setup.showAll')}</Link>
            </p>
          )}
          {found.length === 0 && <p className="members-none">{t('setup.nobodyFound')}</p>}
          {found.length > 0 && (width === 'phone' ? <MemberList {...shown} /> : <MemberTable {...shown} />)}
          <p className="members-foot">
            {t('setup.count', { count: members.size })} {t('setup.atOnce')}{' '}
            {t('overview.times', { zone: zoneName(language, meeting.timeZone) })}
          </p>
        </div>
        <InvitationCard card={actions.card} onClose={actions.closeCard} onWithdraw={actions.askToWithdraw} />
      </div>
      {actions.dialogs}
    </Page>
  )
}
