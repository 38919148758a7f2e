import { useNavigate } from 'react-router'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'
import { Button } from '../ui/button.tsx'
import type { DraftWish } from './draft-wish.ts'
import type { Entry } from './entry.ts'
import { notDoneWords, reasonWords } from './not-done.ts'
import { useItemWords, useOutbox } from './use-outbox.ts'

interface RefusedDraftWishProps {
  entry: Entry<DraftWish>
  /** Another page is gone to. */
  onGo(): void
}

/** A change of the draft that was refused, or waits behind one: what and why, and the ways on. */
export function RefusedDraftWish({ entry: { id, wish, refused }, onGo }: RefusedDraftWishProps) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const navigate = useNavigate()
  const outbox = useOutbox()
  const words = useItemWords()
  const typed = wish.does === 'create' ? words.all().get(wish.item)?.text : undefined
  const text = typed ?? ('combining' in wish ? wish.combining.words : undefined) ?? ''
  const reason = refused === null ? null : reasonWords(t, wish, refused)
  const show = (): void => {
    onGo()
    void navigate(`/m/${meeting}/draft/${wish.item}`)
  }
  const discard = (): void => {
    if (wish.does === 'create') words.take(wish.item)
    outbox.letGo(id)
  }
  return (
    <li>
      <p className="refused-wish-head">
        <span>{notDoneWords(t, wish)}</span>
        <Button variant="quiet" size="small" onPress={show}>
          {t('outbox.goTo')}
        </Button>
      </p>
      {text !== '' && (
        <p className="comment-words" dir="auto">
          {text}
        </p>
      )}
      {reason === null ? (
        <p>{t('outbox.behind')}</p>
      ) : (
        <div className="comment-refused" role="alert">
          <p>{reason}</p>
          <div className="comment-refused-acts">
            <Button size="small" onPress={() => outbox.again(id)}>
              {t('threads.again')}
            </Button>
            <Button variant="quiet" size="small" onPress={discard}>
              {t('threads.discard')}
            </Button>
          </div>
        </div>
      )}
    </li>
  )
}
