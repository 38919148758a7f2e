import { nameWords } from '../../../shared/names/name-words.ts'
import { useText } from '../../i18n/text.tsx'

interface NameListProps {
  message: 'draft.typedBy' | 'draft.textTypedBy'
  names: readonly string[]
}

/** A sentence with names in it, each of which keeps its own direction. */
export function NameList({ message, names }: NameListProps) {
  const { t, language } = useText()
  const [before = '', after = ''] = t(message, { names: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      {names.map((name, index) => (
        <span key={name}>
          {index > 0 && nameWords[language].comma}
          <bdi>{name}</bdi>
        </span>
      ))}
      {after}
    </>
  )
}
