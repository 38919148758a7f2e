import { useText } from '../../i18n/text.tsx'
import { RadioGroup } from '../../ui/radio-group.tsx'
import { TextField } from '../../ui/text-field.tsx'

/** A recommendation of several pages; the server takes no more. */
const MAX_WORDS = 20_000

/** Whose wording the one that stays has. */
export type Wording = 'own' | 'other' | 'write'

interface CombineWordingProps {
  /** What both are called. */
  names: readonly [own: string, other: string]
  wording: Wording
  onWording(wording: Wording): void
  words: string
  onWords(words: string): void
  /** The chair has decided on one of them. */
  isDecided: boolean
}

/** Chooses a wording out of two, or writes one. */
export function CombineWording(props: CombineWordingProps) {
  const { names, wording, onWording, words, onWords, isDecided } = props
  const { t } = useText()
  const [own, other] = names
  return (
    <>
      <RadioGroup
        label={t('merge.combine.wording')}
        options={[
          { value: 'own', label: t('merge.combine.own', { item: own }) },
          { value: 'other', label: t('merge.combine.own', { item: other }) },
          { value: 'write', label: t('merge.combine.write') },
        ]}
        value={wording}
        onChange={onWording}
      />
      {wording === 'write' && (
        <TextField
          label={t('merge.wording')}
          hint={t('merge.wordingHint')}
          value={words}
          onChange={onWords}
          lines={5}
          maxLength={MAX_WORDS}
        />
      )}
      {isDecided && <p className="combine-decided">{t('merge.alike.chairDecided')}</p>}
    </>
  )
}
