import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface AlertDialogProps {
  title: string
  isOpen: boolean
  onClose(): void
  children?: ReactNode
  /** A verb: "Sign out", "Adopt and freeze". */
  action: string
  onAction(): void
  /** The way back, named too: "Stay", "Keep it". */
  cancel: string
  isDanger?: boolean
  busy?: string | undefined
}

/** Asks before something that can't be undone, or that others notice at once. */
export function AlertDialog(props: AlertDialogProps) {
  const { title, isOpen, onClose, children, action, onAction, cancel, isDanger = false, busy } = props
  return (
    <Dialog
      title={title}
      isOpen={isOpen}
      onClose={onClose}
      isAlert
      actions={
        <>
          <Button onPress={onClose}>{cancel}</Button>
          <Button variant={isDanger ? 'danger' : 'primary'} onPress={onAction} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
