import { useEffect, useMemo, useState } from 'react'
import { bracketsAskedIn } from '../../../shared/draft/asked-for-brackets.ts'
import { countryName, sortMechanisms } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useAllEntries, useOutbox } from '../../outbox/use-outbox.ts'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { askedEntries, sentOf, takenBack, toldAsked, withAsked } from './asked-pending.ts'
import { useYMap } from './use-y-map.ts'

interface BracketsAskedProps {
  item: string
  bracket: string
}

/** Which mechanisms asked for a pair of brackets: for chair and rapporteurs alone (AD2). */
export function BracketsAsked({ item, bracket }: BracketsAskedProps) {
  const { t, language } = useText()
  const { id: meeting, me, mechanisms } = useMeeting()
  const outbox = useOutbox()
  const all = useAllEntries()
  const room = useRoom(`m/${meeting}/drafting`, me.id, true)
  const noted = useYMap(room.doc, bracketsAskedIn).get(bracket)?.mechanisms ?? NOBODY
  const isHere = useRoomField(room, 'text') !== 'none'
  const entries = useMemo(() => askedEntries(all, bracket), [all, bracket])
  const [sentBefore] = useState(() => sentOf(entries))
  useEffect(() => {
    const done = toldAsked(noted, entries, sentBefore)
    if (entries.some(({ id }) => done.has(id))) outbox.told(({ id }) => done.has(id))
  }, [outbox, noted, entries, sentBefore])

  const asking = withAsked(noted, entries)
  const toggle = (mechanism: string, asks: boolean): void => {
    const wish = { does: 'brackets', item, bracket, mechanism, asks } as const
    const before = takenBack(entries, wish)
    if (before === null || !outbox.takeOut(before.id)) outbox.add(wish)
  }
  return (
    <fieldset className="brackets-asked">
      <legend>{t('brackets.askedBy')}</legend>
      <div className="brackets-asked-list">
        {sortMechanisms(mechanisms, language).map(([mechanism, fact]) => (
          <Checkbox
            key={mechanism}
            isSelected={asking.has(mechanism)}
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
