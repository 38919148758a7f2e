import { Ellipsis, Link, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { useOutbox } from '../outbox/use-outbox.ts'
import { AlertDialog } from '../ui/alert-dialog.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { Menu, MenuItem } from '../ui/menu.tsx'
import { useToast } from '../ui/toast.tsx'
import { copyText } from './copy-text.ts'
import type { ShownComment, ShownThread } from './thread.ts'
import { threadPath } from './thread-link.ts'

interface CommentMenuProps {
  thread: ShownThread
  comment: ShownComment
  /** Of its writer. */
  name: string
  mayChange: boolean
  onEdit(): void
  onFocus(): void
}

/** What can be done with a comment: its link for all, changes for its writer. */
export function CommentMenu({ thread, comment, name, mayChange, onEdit, onFocus }: CommentMenuProps) {
  const { t } = useText()
  const { id } = useMeeting()
  const outbox = useOutbox()
  const toast = useToast()
  const [isAsking, setAsking] = useState(false)
  const copyLink = async (): Promise<void> => {
    await copyText(window.location.origin + threadPath(id, thread.id, thread.subject))
    toast.show(t('threads.linkCopied'))
  }
  const remove = (): void => {
    setAsking(false)
    outbox.add({ does: 'delete', thread: thread.id, room: thread.room, comment: comment.id })
    onFocus()
  }
  const label = t('threads.menu', { name })
  return (
    <>
      <Menu
        label={label}
        placement="bottom end"
        trigger={<IconButton icon={Ellipsis} label={label} size="small" className="comment-menu" />}
      >
        <MenuItem icon={Link} onAction={() => void copyLink()}>
          {t('threads.copyLink')}
        </MenuItem>
        {mayChange && (
          <MenuItem icon={Pencil} onAction={onEdit}>
            {t('threads.edit')}
          </MenuItem>
        )}
        {mayChange && (
          <MenuItem icon={Trash2} onAction={() => setAsking(true)}>
            {t('threads.delete')}
          </MenuItem>
        )}
      </Menu>
      {isAsking && (
        <AlertDialog
          title={t('threads.deleteTitle')}
          isOpen
          onClose={() => setAsking(false)}
          action={t('threads.delete')}
          onAction={remove}
          cancel={t('threads.keepIt')}
          isDanger
        >
          <p>{t('threads.deleteBody')}</p>
        </AlertDialog>
      )}
    </>
  )
}
