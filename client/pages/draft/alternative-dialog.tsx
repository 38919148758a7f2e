import { useEffect, useState } from 'react'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDraft } from './draft-context.ts'
import { useReferences } from './use-references.ts'

/** Asks which recommendation an item is another version of. */
export function AlternativeDialog() {
  const { t } = useText()
  const { desk, acts } = useDraft()
  const [item, setItem] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const find = useReferences()
  useEffect(() => {
    desk.marks.onAlternative = (asked) => {
      setTyped('')
      setItem(asked)
    }
    return () => {
      desk.marks.onAlternative = null
    }
  }, [desk])

  const close = (): void => {
    const asked = item
    setItem(null)
    if (asked !== null) acts.focusItem(asked)
  }
  const choose = (of: string): void => {
    const asked = item
    close()
    if (asked !== null) acts.makeAlternative(asked, of)
  }
  const found = item === null ? [] : find(item)(typed.trim())
  return (
    <Dialog
      title={t('brackets.alternativeTitle')}
      isOpen={item !== null}
      onClose={close}
      actions={<Button onPress={close}>{t('brackets.cancel')}</Button>}
    >
      <TextField label={t('brackets.alternativeFind')} value={typed} onChange={setTyped} />
      {found.length === 0 ? (
        <p className="alternative-none">{t('brackets.alternativeNone')}</p>
      ) : (
        <ul className="alternative-list">
          {found.map(({ item: other, label, words }) => (
            <li key={other}>
              <button type="button" className="alternative-choice" onClick={() => choose(other)}>
                <bdi className="alternative-label">{label}</bdi>
                <span dir="auto">{words}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Dialog>
  )
}
