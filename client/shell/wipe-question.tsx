import './refused-words.css'
import { TriangleAlert } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import type { RoomClient } from '../sync/room-client.ts'
import type { RoomFault } from '../sync/room-state.ts'
import { announce } from '../ui/announce.ts'
import { Button } from '../ui/button.tsx'
import { CopyWords } from './copy-words.tsx'
import { LetGoDialog } from './let-go-dialog.tsx'
import { REFUSED_WORDS } from './refused-words-id.ts'
import { whereWords } from './where-words.ts'

interface WipeQuestionProps {
  client: RoomClient
  /** What would vanish. */
  wipe: NonNullable<RoomFault['wipe']>
}

/** Asks whether most of a text is to vanish for everybody, before anything is deleted (SY8). */
export function WipeQuestion({ client, wipe: { removed, of } }: WipeQuestionProps) {
  const { t } = useText()
  const { id, topics } = useMeeting()
  const [isSafe, setSafe] = useState(false)
  const [isAsking, setAsking] = useState(false)
  const text = client.unsentText()
  const place = whereWords(t, topics, client.room.slice(`m/${id}/`.length)) || t('wipe.thisText')
  const title = t('wipe.title')
  useEffect(() => announce(title), [title])
  const keep = (): void => {
    if (isSafe || text === '') void client.startAgain()
    else setAsking(true)
  }
  const choices = (
    <>
      {/* Where words wait to be copied, that comes first. */}
      <Button variant={text === '' ? 'primary' : 'default'} onPress={keep}>
        {t('wipe.keep')}
      </Button>
      <Button onPress={() => client.confirmWipe()}>{t('wipe.delete')}</Button>
    </>
  )
  return (
    <section id={REFUSED_WORDS} className="refused-words" data-question="" aria-label={title} tabIndex={-1}>
      <h2 className="refused-words-title">
        <TriangleAlert />
        {title}
      </h2>
      <p>{t('wipe.body', { place, removed, count: of })}</p>
      {text === '' ? (
        <div className="refused-words-acts">{choices}</div>
      ) : (
        <>
          <p>{t('wipe.words')}</p>
          <CopyWords text={text} label={t('late.mine')} onSafe={() => setSafe(true)}>
            {choices}
          </CopyWords>
        </>
      )}
      {isAsking && <LetGoDialog client={client} onClose={() => setAsking(false)} />}
    </section>
  )
}
