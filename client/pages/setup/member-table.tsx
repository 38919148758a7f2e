import { ArrowDown, ArrowUp } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { InvitationCell, RoleCell, RowMenu } from './member-cells.tsx'
import { type MemberRow, type SortColumn, sortRows } from './member-rows.ts'
import type { MemberActions } from './use-member-actions.tsx'

export interface MembersProps {
  rows: readonly MemberRow[]
  actions: MemberActions
}

const columns: readonly SortColumn[] = ['name', 'speaksFor', 'role', 'invitation']

/** Members as a table, sorted by the header's buttons. */
export function MemberTable({ rows, actions }: MembersProps) {
  const { t, language } = useText()
  const [sorted, setSorted] = useState<{ column: SortColumn; isDescending: boolean } | null>(null)
  const shown = sorted === null ? rows : sortRows(rows, sorted.column, sorted.isDescending, language)

  function handleSort(column: SortColumn): void {
    setSorted((before) => ({ column, isDescending: before?.column === column && !before.isDescending }))
  }

  return (
    <table className="member-table">
      <caption className="visually-hidden">{t('setup.members')}</caption>
      <thead>
        <tr>
          {columns.map((column) => {
            const direction =
              sorted?.column !== column ? null : sorted.isDescending ? 'descending' : 'ascending'
            return (
              <th key={column} scope="col" aria-sort={direction ?? 'none'}>
                <button type="button" className="member-sort" onClick={() => handleSort(column)}>
                  {t(`setup.column.${column}`)}
                  {direction === 'ascending' && <ArrowUp />}
                  {direction === 'descending' && <ArrowDown />}
                </button>
              </th>
            )
          })}
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="member-name">
              <bdi>{row.member.name}</bdi>
            </th>
            <td className="member-for">
              <bdi>{row.speaksFor}</bdi>
            </td>
            <td>
              <RoleCell row={row} actions={actions} />
            </td>
            <td>
              <InvitationCell row={row} />
            </td>
            <td className="member-menu">
              <RowMenu row={row} actions={actions} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
