import './refused-words.css'
import { ClockAlert, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { MessageKey } from '../i18n/catalogue.ts'
import { useText } from '../i18n/text.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import { useRoomState } from '../sync/use-room.ts'
import { Button } from '../ui/button.tsx'
import { CopyWords } from './copy-words.tsx'
import { LetGoDialog } from './let-go-dialog.tsx'
import { REFUSED_WORDS } from './refused-words-id.ts'

interface RefusedWordsProps {
  client: RoomClient
  /** Why writing ended here, where that is known. */
  reason: string | null
}

/** Words that the server did not take: whether it keeps them, and the words themselves until their writer lets them go. */
export function RefusedWords({ client, reason }: RefusedWordsProps) {
  const { t } = useText()
  const [isSafe, setSafe] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const { fault, unsaved } = useRoomState(client)
  const isLate = fault?.late === true
  const text = client.unsentText()
  const Icon = isLate ? ClockAlert : TriangleAlert
  const goOn = (): void => {
    // What the server keeps, or somebody has copied, is not lost with this page's text.
    if (isLate || isSafe || text === '') void client.startAgain()
    else setAsking(true)
  }
  const go = <Button onPress={goOn}>{t(isLate ? 'late.goOn' : 'late.goOnWithout')}</Button>
  if (unsaved === 0) return null
  return (
    <section
      id={REFUSED_WORDS}
      className="refused-words"
      data-late={isLate || undefined}
      aria-label={t('late.mine')}
      tabIndex={-1}
    >
      <h2 className="refused-words-title">
        <Icon />
        {t(isLate ? 'late.mineLate' : 'late.mineRefused')}
      </h2>
      {reason !== null && <p>{reason}</p>}
      <p>{t(bodyOf(text, isLate))}</p>
      {text === '' ? (
        go
      ) : (
        <CopyWords text={text} label={t('late.mine')} onSafe={() => setSafe(true)}>
          {go}
        </CopyWords>
      )}
      {isAsking && <LetGoDialog client={client} onClose={() => setAsking(false)} />}
    </section>
  )
}

function bodyOf(text: string, isLate: boolean): Extract<MessageKey, `late.mine${string}`> {
  if (isLate) return text === '' ? 'late.mineLateNoText' : 'late.mineLateBody'
  return text === '' ? 'late.mineRefusedNoText' : 'late.mineRefusedBody'
}
