import { countryName } from '../../shared/names/country-name.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'

/** Somebody who spoke for a mechanism. */
interface Speaking {
  readonly by: string
  readonly mechanism: string
  readonly onBehalf: boolean
}

/** Gives the way to name who spoke for a mechanism: `R. Kim (Korea)`, `H. Adeyemi, on behalf of Korea`. */
export function useWhoWords(): (who: Speaking) => string {
  const { t, language } = useText()
  const { members, mechanisms } = useMeeting()
  return ({ by, mechanism: id, onBehalf }) => {
    const name = members.get(by)?.name ?? t('checks.somebody')
    const known = mechanisms.get(id)
    const mechanism = known === undefined ? id : countryName(known, language)
    return onBehalf ? t('checks.byFor', { name, mechanism }) : `${name} (${mechanism})`
  }
}
