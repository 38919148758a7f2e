import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { errorWords } from '../../i18n/error-words.ts'
import { useText } from '../../i18n/text.tsx'
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
  /** The server's item is in the room: what was typed meanwhile goes into it. */
  hasArrived: boolean
  onArrival(words: string): void
  onAgain(): void
  onDiscard(): void
}

/** A new item before the server has made it: no key that is pressed meanwhile is lost. */
export function MakingRow(props: MakingRowProps) {
  const { making, number, hasArrived, onArrival, onAgain, onDiscard } = props
  const { t } = useText()
  const [isComposing, setComposing] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)

  useEffect(() => field.current?.focus(), [])

  // A composition is never broken off: the item waits for its end. In one turn with the item's editor, so that no key
  // falls between the two.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only arrival and the end of a composition hand over.
  useLayoutEffect(() => {
    if (hasArrived && !isComposing) onArrival(field.current?.value ?? '')
  }, [hasArrived, isComposing])

  const names = useItemNames(making.type, number)
  const refusal = making.refusal === null ? null : errorWords(t, making.refusal)
  return (
    <article className="draft-item" data-making data-type={making.type} aria-label={names.item}>
      <div className="draft-margin">{number !== null && <span className="draft-number">{number}</span>}</div>
      <div className="draft-body">
        <textarea
          ref={field}
          className="draft-text draft-making"
          aria-label={t(NEW_TEXTS[making.type])}
          rows={1}
          dir="auto"
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
