import { nanoid } from 'nanoid'
import { useState } from 'react'
import { bracketKey, bracketsAskedIn } from '../../../shared/draft/asked-for-brackets.ts'
import { countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { patch } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoom } from '../../sync/use-room.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { useTellRefusal } from './use-tell-refusal.ts'
import { useYMap } from './use-y-map.ts'

interface BracketsAskedProps {
  item: string
  bracket: string
}

/** Which mechanisms asked for a pair of brackets: for chair and rapporteurs alone (AD2). */
export function BracketsAsked({ item, bracket }: BracketsAskedProps) {
  const { t, language } = useText()
  const { id: meeting, me, mechanisms } = useMeeting()
  const tell = useTellRefusal()
  const room = useRoom(`m/${meeting}/drafting`, me.id, true)
  const noted = useYMap(room.doc, bracketsAskedIn).get(bracketKey(item, bracket))?.mechanisms ?? NOBODY
  /** What was chosen here, until the room says so. */
  const [chosen, setChosen] = useState<{
    readonly after: readonly string[]
    readonly of: readonly string[]
  } | null>(null)
  const asked = chosen !== null && chosen.of === noted ? chosen.after : noted

  const toggle = (mechanism: string, isAsking: boolean): void => {
    const after = isAsking ? [...asked, mechanism] : asked.filter((one) => one !== mechanism)
    setChosen({ after, of: noted })
    const path = `/api/meetings/${meeting}/items/${item}/brackets/${bracket}`
    patch(path, { mechanisms: after }, { key: nanoid() }).catch((thrown: unknown) => {
      setChosen(null)
      tell(t('brackets.notNoted'), thrown)
    })
  }
  return (
    <fieldset className="brackets-asked">
      <legend>{t('brackets.askedBy')}</legend>
      <div className="brackets-asked-list">
        {sortMechanisms(mechanisms, language).map(([mechanism, fact]) => (
          <Checkbox
            key={mechanism}
            isSelected={asked.includes(mechanism)}
            onChange={(isAsking) => toggle(mechanism, isAsking)}
          >
            <bdi>{countryName(fact, language)}</bdi>
          </Checkbox>
        ))}
      </div>
      <p className="brackets-asked-note">{t('brackets.askedNote')}</p>
    </fieldset>
  )
}

const NOBODY: readonly string[] = []
