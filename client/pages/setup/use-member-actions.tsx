import { type ReactNode, useState } from 'react'
import type { Role } from '../../../shared/permissions/principal.ts'
import { ApiError } from '../../api/api-error.ts'
import { patch, post } from '../../api/request.ts'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { AlertDialog } from '../../ui/alert-dialog.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { MemberRow } from './member-rows.ts'
import { TopicsDialog } from './topics-dialog.tsx'

/** A link that was just made. It is shown once: the server keeps only its hash. */
export interface NewLink {
  readonly row: MemberRow
  readonly url: string
  readonly ends: number
}

/** What the table's rows can do. */
export interface MemberActions {
  readonly card: NewLink | null
  closeCard(): void
  changeRole(row: MemberRow, role: Role): void
  askForTopics(row: MemberRow): void
  makeLink(row: MemberRow): void
  askToWithdraw(row: MemberRow): void
  /** Where it asks, and where it says what was refused. */
  readonly dialogs: ReactNode
}

type Question =
  | { readonly kind: 'own-role'; readonly row: MemberRow; readonly role: Role }
  | { readonly kind: 'withdraw'; readonly row: MemberRow }
  | { readonly kind: 'topics'; readonly row: MemberRow }

/** Gives what the chair can do with a member; `onInvited` hears when invitations changed. */
export function useMemberActions(onInvited: () => void): MemberActions {
  const { t } = useText()
  const { id, me } = useMeeting()
  const toast = useToast()
  const [card, setCard] = useState<NewLink | null>(null)
  const [question, setQuestion] = useState<Question | null>(null)
  const [failure, setFailure] = useState<ApiError | null>(null)
  const memberPath = (row: MemberRow): string => `/api/meetings/${id}/members/${row.id}`

  async function run(command: () => Promise<void>): Promise<void> {
    setQuestion(null)
    try {
      await command()
    } catch (error) {
      if (!(error instanceof ApiError)) throw error
      setFailure(error)
    }
  }

  const setRole = (row: MemberRow, role: Role): Promise<void> =>
    run(async () => {
      await patch(memberPath(row), { role })
      const before = row.member.role
      toast.show(t('setup.roleChanged', { name: row.member.name, role: t(`role.${role}`) }), {
        undo: () => void run(async () => void (await patch(memberPath(row), { role: before }))),
      })
    })
  const withdraw = (row: MemberRow): Promise<void> =>
    run(async () => {
      await post(`${memberPath(row)}/invitation/revoke`)
      setCard(null)
      onInvited()
      toast.show(t('setup.withdrawn', { name: row.member.name }))
    })

  return {
    card,
    closeCard: () => setCard(null),
    changeRole: (row, role) =>
      row.id === me.id ? setQuestion({ kind: 'own-role', row, role }) : void setRole(row, role),
    askForTopics: (row) => setQuestion({ kind: 'topics', row }),
    askToWithdraw: (row) => setQuestion({ kind: 'withdraw', row }),
    makeLink: (row) =>
      void run(async () => {
        const link = await post<{ url: string; ends: number }>(`${memberPath(row)}/invitation`)
        setCard({ row, ...link })
        onInvited()
      }),
    dialogs: (
      <>
        <Questions
          question={question}
          onClose={() => setQuestion(null)}
          onRole={(row, role) => void setRole(row, role)}
          onWithdraw={(row) => void withdraw(row)}
          onTopics={(row, topics) => void run(async () => void (await patch(memberPath(row), { topics })))}
        />
        <Refusal failure={failure} onClose={() => setFailure(null)} />
      </>
    ),
  }
}

interface QuestionsProps {
  question: Question | null
  onClose(): void
  onRole(row: MemberRow, role: Role): void
  onWithdraw(row: MemberRow): void
  onTopics(row: MemberRow, topics: readonly string[]): void
}

function Questions({ question, onClose, onRole, onWithdraw, onTopics }: QuestionsProps) {
  const { t } = useText()
  switch (question?.kind) {
    case 'own-role':
      return (
        <AlertDialog
          title={t('setup.ownRole.title', { role: t(`role.${question.role}`) })}
          isOpen
          onClose={onClose}
          action={t('setup.ownRole.action')}
          onAction={() => onRole(question.row, question.role)}
          cancel={t('setup.ownRole.stay')}
        >
          <p>{t('setup.ownRole.body')}</p>
        </AlertDialog>
      )
    case 'withdraw':
      return (
        <AlertDialog
          title={t('setup.withdraw.title', { name: question.row.member.name })}
          isOpen
          onClose={onClose}
          action={t('setup.withdraw.action')}
          onAction={() => onWithdraw(question.row)}
          cancel={t('setup.withdraw.keep')}
          isDanger
        >
          <p>{t('setup.withdraw.body')}</p>
        </AlertDialog>
      )
    case 'topics':
      return <TopicsDialog row={question.row} onClose={onClose} onSave={onTopics} />
    default:
      return null
  }
}

function Refusal({ failure, onClose }: { failure: ApiError | null; onClose(): void }) {
  const { t } = useText()
  if (failure === null) return null
  // The one refusal that only this page can explain: a meeting keeps a chair.
  const isLastChair = failure.code === 'conflict'
  const words = errorWords(t, failure)
  return (
    <Dialog
      title={isLastChair ? t('setup.lastChair') : words.message}
      isOpen
      onClose={onClose}
      actions={
        <Button variant="primary" onPress={onClose}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>{isLastChair ? t('setup.lastChairBody') : words.hint}</p>
    </Dialog>
  )
}
