import { InvitationCell, RoleCell, RowMenu } from './member-cells.tsx'
import type { MembersProps } from './member-table.tsx'

/** Members as a list, for phones. */
export function MemberList({ rows, actions }: MembersProps) {
  return (
    <ul className="member-list">
      {rows.map((row) => (
        <li key={row.id} className="member-item">
          <div className="member-item-who">
            <p className="member-name">
              <bdi>{row.member.name}</bdi>
            </p>
            {row.speaksFor !== '' && (
              <p className="member-for">
                <bdi>{row.speaksFor}</bdi>
              </p>
            )}
          </div>
          <RowMenu row={row} actions={actions} />
          <div className="member-item-facts">
            <RoleCell row={row} actions={actions} />
            <InvitationCell row={row} />
          </div>
        </li>
      ))}
    </ul>
  )
}
