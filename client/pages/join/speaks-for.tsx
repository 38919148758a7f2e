import { lazy, Suspense } from 'react'
import { countryName } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { useOverlay } from '../../ui/use-overlay.ts'
import type { Invitation } from './invitation.ts'

const loadDialog = async () => ({ default: (await import('./wrong-invitation.tsx')).WrongInvitation })
const WrongInvitation = lazy(loadDialog)

/** For whom one speaks, or as what one joins; and the way out when that is wrong. */
export function SpeaksFor({ invitation: { mechanism, member } }: { invitation: Invitation }) {
  const { t, language } = useText()
  const dialog = useOverlay(loadDialog)
  const way = mechanism === null ? t('join.notMe') : t('join.notMyMechanism')
  return (
    <section className="join-for">
      <p className="join-for-label">{mechanism === null ? t('join.youAre') : t('join.youSpeakFor')}</p>
      {mechanism === null ? (
        <p className="join-for-who">{t(`role.${member.role}`)}</p>
      ) : (
        <>
          <p className="join-for-who">
            <bdi>{countryName(mechanism, language)}</bdi>
          </p>
          <p className="join-for-name">
            <bdi>{mechanism.name}</bdi>
          </p>
        </>
      )}
      <button type="button" className="join-wrong" onClick={dialog.open}>
        {way}
      </button>
      <Suspense>{dialog.isOpen && <WrongInvitation title={way} onClose={dialog.close} />}</Suspense>
    </section>
  )
}
