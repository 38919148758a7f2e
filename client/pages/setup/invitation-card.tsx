import { Copy, X } from 'lucide-react'
import { useRef, useState } from 'react'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useShellWidth } from '../../shell/shell-width.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { isMac } from '../../ui/is-mac.ts'
import { TextField } from '../../ui/text-field.tsx'
import type { MemberRow } from './member-rows.ts'
import { QrCode } from './qr-code.tsx'
import type { NewLink } from './use-member-actions.tsx'

interface InvitationCardProps {
  card: NewLink | null
  onClose(): void
  onWithdraw(row: MemberRow): void
}

/** A link that was just made, with its QR code. It lies beside the table, or over it where there is no room. */
export function InvitationCard({ card, onClose, onWithdraw }: InvitationCardProps) {
  const { t } = useText()
  const width = useShellWidth()
  if (card === null) return null
  const title = t('setup.invite', { name: card.row.member.name })
  const content = <CardContent key={card.url} card={card} onWithdraw={onWithdraw} />
  if (width !== 'wide') {
    return (
      <Dialog
        title={title}
        isOpen
        onClose={onClose}
        actions={<Button onPress={onClose}>{t('ui.close')}</Button>}
      >
        {content}
      </Dialog>
    )
  }
  return (
    <section key={card.url} ref={takeFocus} tabIndex={-1} className="invitation-card" aria-label={title}>
      <div className="invitation-card-head">
        <h2>{title}</h2>
        <IconButton icon={X} size="small" label={t('ui.close')} onPress={onClose} />
      </div>
      {content}
    </section>
  )
}

/** It stands far from the menu that made it: whoever goes by keyboard is brought there. */
function takeFocus(card: HTMLElement | null): void {
  card?.focus({ preventScroll: true })
}

function CardContent({ card, onWithdraw }: { card: NewLink; onWithdraw(row: MemberRow): void }) {
  const { t, language } = useText()
  const { meeting } = useMeeting()
  const { row, url, ends } = card
  const copy = useCopy(url)
  const role = t(`role.${row.member.role}`)
  const until = formatMoment(language, ends, meeting.timeZone)
  return (
    <div className="invitation">
      <p className="invitation-who">
        {role}
        {row.speaksFor !== '' && (
          <>
            {t('overview.comma')}
            <bdi>{row.speaksFor}</bdi>
          </>
        )}
      </p>
      <QrCode text={url} label={t('setup.qr', { name: row.member.name })} />
      <TextField
        label={t('setup.link')}
        isLabelHidden
        isReadOnly
        dir="ltr"
        value={url}
        inputRef={copy.input}
      />
      <Button variant="primary" icon={Copy} isWide onPress={() => void copy.copy()}>
        {t('setup.copy')}
      </Button>
      <p className="invitation-copied" role="status">
        {copy.state === 'copied' && t('setup.copied')}
        {copy.state === 'selected' && t('setup.selected', { keys: isMac() ? '⌘C' : 'Ctrl+C' })}
      </p>
      <p className="invitation-end">
        {row.member.role === 'chair' ? t('setup.worksOnce', { until }) : t('setup.worksTwice', { until })}{' '}
        {t('setup.shownOnce')}{' '}
        <button type="button" className="invitation-withdraw" onClick={() => onWithdraw(row)}>
          {t('setup.withdrawShort')}
        </button>
      </p>
    </div>
  )
}

/** Copies; where the browser has no clipboard (plain http), selects the text, so that its own keys copy it. */
function useCopy(text: string) {
  const input = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<'none' | 'copied' | 'selected'>('none')

  async function copy(): Promise<void> {
    try {
      // Plain http has no `clipboard` at all, whatever the type says.
      await (navigator.clipboard as Clipboard | undefined)?.writeText(text)
      if (navigator.clipboard as Clipboard | undefined) return setState('copied')
    } catch {
      // Refused by the reader or the browser: the text can still be selected.
    }
    input.current?.focus()
    input.current?.select()
    setState('selected')
  }
  return { input, state, copy }
}
