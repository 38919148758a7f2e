import { useEffect, useLayoutEffect, useRef, useState, useSyncExternalStore } from 'react'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
import { useItemWords } from '../../outbox/use-outbox.ts'
import { Button } from '../../ui/button.tsx'
import { useItemNames } from './use-item-names.ts'
import type { Making } from './use-making.ts'

const NEW_TEXTS = {
  recommendation: 'draft.newText',
  heading: 'views.newHeadingText',
  paragraph: 'views.newParagraphText',
} as const

interface MakingRowProps {
  making: Making
  number: number | null
  /** It was asked for on this page: the caret goes there. */
  isNew: boolean
  /** The server's item is in the room: what was typed meanwhile goes into it. */
  hasArrived: boolean
  /** `isWrittenIn`: the caret stands here, and goes on in the item. */
  onArrival(isWrittenIn: boolean): void
  onAgain(): void
  onDiscard(): void
}

/** A new item before the server has made it: no key that is pressed meanwhile is lost, nor by a reload. */
export function MakingRow(props: MakingRowProps) {
  const { making, number, isNew, hasArrived, onArrival, onAgain, onDiscard } = props
  const { t } = useText()
  const { id, wish } = making
  const [isComposing, setComposing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const words = useItemWords()
  const text = useSyncExternalStore(words.subscribe, () => words.all().get(id)?.text ?? '')
  const isMine = useSyncExternalStore(words.subscribe, () => words.isMine(id))

  useLayoutEffect(() => words.hold(id), [words, id])
  useEffect(() => {
    if (isNew) field.current?.focus()
  }, [isNew])

  // A composition is never broken off: the item waits for its end. In one turn with the item's editor, so that no key
  // falls between the two.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only arrival and the end of a composition hand over.
  useLayoutEffect(() => {
    if (hasArrived && !isComposing) onArrival(document.activeElement === field.current)
  }, [hasArrived, isComposing])

  const names = useItemNames(wish.type, number)
  const refusal = making.refusal === null ? null : errorWords(t, making.refusal)
  return (
    <article className="draft-item" data-making data-type={wish.type} aria-label={names.item}>
      <div className="draft-margin">{number !== null && <span className="draft-number">{number}</span>}</div>
      <div className="draft-body">
        <textarea
          ref={field}
          className="draft-text draft-making"
          aria-label={t(NEW_TEXTS[wish.type])}
          rows={1}
          dir="auto"
          value={text}
          readOnly={!isMine}
          onChange={({ target }) => words.set(id, target.value)}
          onCompositionStart={() => setComposing(true)}
          onCompositionEnd={() => setComposing(false)}
        />
        {refusal !== null && (
          <div className="draft-refused" role="alert">
            <p>
              {t('draft.notMade')} {refusal.message} {refusal.hint}
            </p>
            <Button size="small" onPress={onAgain}>
              {t('ui.tryAgain')}
            </Button>
            <Button size="small" variant="quiet" onPress={onDiscard}>
              {t('draft.discard')}
            </Button>
          </div>
        )}
      </div>
    </article>
  )
}
