import { useRef } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { useAdviceChoices } from './advice-choices.ts'
import { AdviceLine } from './advice-line.tsx'
import { useDraft } from './draft-context.ts'
import { useItemAdvice } from './use-item-advice.ts'

/** In the panel of an item: where it may leave a reader guessing, why, and what to do. Nothing where all is clear. */
export function AdvicePart({ item }: { item: string }) {
  const { t } = useText()
  const { mayWrite } = useDraft()
  const { isOn, dismiss, bringBack } = useAdviceChoices()
  const heading = useRef<HTMLHeadingElement>(null)
  const { left, dismissed } = useItemAdvice(item)
  if (!mayWrite || !isOn || (left.length === 0 && dismissed === 0)) return null
  /** The button that was pressed goes away with what it was about: the focus stays in the section. */
  const goOn = (): void => heading.current?.focus({ preventScroll: true })
  return (
    <section className="draft-advice" aria-labelledby="draft-advice">
      <h3 id="draft-advice" className="draft-panel-heading" ref={heading} tabIndex={-1}>
        {t('advice.title')}
      </h3>
      {left.length > 0 && (
        <ul className="draft-advice-list">
          {left.map((given) => (
            <AdviceLine
              key={`${given.advice.kind} ${given.advice.from} ${given.words}`}
              given={given}
              onDismiss={() => {
                dismiss(item, given)
                goOn()
              }}
            />
          ))}
        </ul>
      )}
      {dismissed > 0 && (
        <p className="draft-advice-dismissed">
          {t('advice.dismissed', { count: dismissed })}
          <Button
            variant="quiet"
            size="small"
            onPress={() => {
              bringBack(item)
              goOn()
            }}
          >
            {t('advice.again')}
          </Button>
        </p>
      )}
    </section>
  )
}
