import { useState } from 'react'
import { countryName } from '../../../shared/names/country-name.ts'
import { useText } from '../../i18n/text.tsx'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import type { Invitation } from './invitation.ts'

/** For whom one speaks, or as what one joins; and the way out when that is wrong. */
export function SpeaksFor({ invitation: { mechanism, member } }: { invitation: Invitation }) {
  const { t, language } = useText()
  const [isWrong, setWrong] = useState(false)
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
      <button type="button" className="join-wrong" onClick={() => setWrong(true)}>
        {mechanism === null ? t('join.notMe') : t('join.notMyMechanism')}
      </button>
      <Dialog
        title={mechanism === null ? t('join.notMe') : t('join.notMyMechanism')}
        isOpen={isWrong}
        onClose={() => setWrong(false)}
        actions={
          <Button variant="primary" onPress={() => setWrong(false)}>
            {t('ui.close')}
          </Button>
        }
      >
        <p>{t('join.wrongBody')}</p>
      </Dialog>
    </section>
  )
}
