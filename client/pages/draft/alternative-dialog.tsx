import { nanoid } from 'nanoid'
import { useEffect, useState } from 'react'
import { patch } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useDraft } from './draft-context.ts'
import { useReferences } from './use-references.ts'
import { useTellRefusal } from './use-tell-refusal.ts'

/** Asks which recommendation an item is another version of. */
export function AlternativeDialog() {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const { desk, acts } = useDraft()
  const [item, setItem] = useState<string | null>(null)
  const [typed, setTyped] = useState('')
  const find = useReferences()
  const tell = useTellRefusal()
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
    close()
    patch(`/api/meetings/${meeting}/items/${item}/alternative`, { of }, { key: nanoid() }).catch(
      (thrown: unknown) => tell(t('brackets.notAlternative'), thrown),
    )
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
