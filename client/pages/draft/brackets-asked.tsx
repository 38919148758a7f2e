import { nanoid } from 'nanoid'
import { useEffect, useRef, useState } from 'react'
import { bracketsAskedIn } from '../../../shared/draft/asked-for-brackets.ts'
import { countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { patch } from '../../api/request.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
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
  const noted = useYMap(room.doc, bracketsAskedIn).get(bracket)?.mechanisms ?? NOBODY
  const isHere = useRoomField(room, 'text') !== 'none'
  /** What was chosen here, until the room says so: each mechanism for itself. */
  const [chosen, setChosen] = useState<ReadonlyMap<string, boolean>>(NOTHING)
  useEffect(() => {
    setChosen((before) => {
      const open = [...before].filter(([mechanism, asks]) => noted.includes(mechanism) !== asks)
      return open.length === before.size ? before : new Map(open)
    })
  }, [noted])
  /** One after the other: on and off of the same box must not overtake each other. */
  const sent = useRef<Promise<unknown>>(Promise.resolve())

  const toggle = (mechanism: string, asks: boolean): void => {
    setChosen((before) => new Map(before).set(mechanism, asks))
    const path = `/api/meetings/${meeting}/items/${item}/brackets/${bracket}`
    const send = () => patch(path, { mechanism, asks }, { key: nanoid() })
    sent.current = sent.current.then(send).catch((thrown: unknown) => {
      setChosen((before) => new Map([...before].filter(([one]) => one !== mechanism)))
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
            isSelected={chosen.get(mechanism) ?? noted.includes(mechanism)}
            onChange={(asks) => toggle(mechanism, asks)}
            isDisabled={!isHere}
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
const NOTHING: ReadonlyMap<string, boolean> = new Map()
