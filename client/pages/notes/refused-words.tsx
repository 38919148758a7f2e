import './refused-words.css'
import { useRef, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import type { RoomClient } from '../../sync/room-client.ts'
import { useRoomState } from '../../sync/use-room.ts'
import { Button } from '../../ui/button.tsx'

/** Words that the server did not take: kept here for copying, until their writer lets them go (SY11). */
export function RefusedWords({ client }: { client: RoomClient }) {
  const { t } = useText()
  const words = useRef<HTMLTextAreaElement>(null)
  const [isCopied, setCopied] = useState(false)
  const { fault, unsaved } = useRoomState(client)
  const text = client.unsentText()
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } catch {
      // On plain http there is no clipboard: what is selected can be copied by hand.
      words.current?.focus()
      words.current?.select()
    }
  }
  if (unsaved === 0) return null
  return (
    <section className="refused-words" aria-label={t('notes.refused')}>
      <p>{t(bodyOf(text, fault?.late === true))}</p>
      {text !== '' && (
        <textarea ref={words} readOnly aria-label={t('notes.refused')} value={text} dir="auto" rows={4} />
      )}
      <div className="refused-words-acts">
        {text !== '' && (
          <Button variant="primary" onPress={() => void copy()}>
            {isCopied ? t('notes.copied') : t('notes.copy')}
          </Button>
        )}
        <Button onPress={() => void client.startAgain()}>{t('notes.startAgain')}</Button>
      </div>
    </section>
  )
}

function bodyOf(
  text: string,
  isLate: boolean,
): 'notes.refusedNoText' | 'notes.refusedLate' | 'notes.refusedBody' {
  if (text === '') return 'notes.refusedNoText'
  return isLate ? 'notes.refusedLate' : 'notes.refusedBody'
}
