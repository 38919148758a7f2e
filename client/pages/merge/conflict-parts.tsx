import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { isConflict, type ThreeWayPart } from '../../../shared/merge/three-way.ts'
import { directionOfText } from '../../../shared/text/direction.ts'
import { useText } from '../../i18n/text.tsx'

type Side = 'ours' | 'theirs'

interface ConflictPartsProps {
  parts: readonly ThreeWayPart[]
  sides: readonly (Side | undefined)[]
  onChoose(place: number, side: Side): void
  lang: string | null
}

/** Both wordings in one: where they part, the draft's words and those of the notes stand to be chosen from. */
export function ConflictParts({ parts, sides, onChoose, lang }: ConflictPartsProps) {
  let place = 0
  const text = parts.map((part) => (isConflict(part) ? part.ours : part.text)).join('')
  return (
    <div className="merge-conflict" dir={directionOfText(text) ?? 'auto'} {...(lang !== null && { lang })}>
      {parts.map((part, index) => {
        if (!isConflict(part)) {
          // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place.
          return <span key={index}>{part.text}</span>
        }
        const at = place++
        return (
          <Alternatives
            // biome-ignore lint/suspicious/noArrayIndexKey: parts have no name but their place.
            key={index}
            ours={part.ours}
            theirs={part.theirs}
            side={sides[at]}
            onChoose={(side) => onChoose(at, side)}
          />
        )
      })}
    </div>
  )
}

interface AlternativesProps {
  ours: string
  theirs: string
  side: Side | undefined
  onChoose(side: Side): void
}

function Alternatives({ ours, theirs, side, onChoose }: AlternativesProps) {
  const { t } = useText()
  return (
    <RadioGroup
      className="merge-alternatives"
      aria-label={t('merge.whichWords')}
      value={side ?? null}
      onChange={(chosen) => onChoose(chosen as Side)}
    >
      {(
        [
          ['ours', ours, t('merge.draftSays')],
          ['theirs', theirs, t('merge.notesSay')],
        ] as const
      ).map(([name, words, label]) => (
        <Radio key={name} value={name} className="merge-alternative">
          <span className="merge-alternative-who">{label}</span>
          <span dir="auto">{words.trim() === '' ? t('merge.noWords') : words.trim()}</span>
        </Radio>
      ))}
    </RadioGroup>
  )
}
