import './authorship-bar.css'
import { sharesOf } from '../../editor/notes/typed-spans.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { lineClass } from './desk-words.ts'
import type { NotesDesk } from './notes-desk.ts'
import { useFromDesk, useSettledVersion } from './use-desk.ts'

interface AuthorshipBarProps {
  desk: NotesDesk
  onPanel(): void
}

/** While it is shown who typed what: which line is whose. */
export function AuthorshipBar(props: AuthorshipBarProps) {
  const isShown = useFromDesk(props.desk, ({ showsAuthorship }) => showsAuthorship)
  return isShown ? <ShownBar {...props} /> : null
}

function ShownBar({ desk, onPanel }: AuthorshipBarProps) {
  const { t } = useText()
  const { members } = useMeeting()
  useSettledVersion(desk)
  const { who } = desk
  const shares = who === null ? [] : sharesOf(desk.blocks, desk.spans, who)
  return (
    <section className="authorship-bar" aria-label={t('notes.whoTyped')}>
      <strong>{t('notes.whoTyped')}</strong>
      {who === null && <span>{t('notes.whoTypedLoading')}</span>}
      {shares.map(({ member }) =>
        member === null ? null : (
          <bdi key={member} className={lineClass(members, member)}>
            {members.get(member)?.name ?? t('notes.unknownMember')}
          </bdi>
        ),
      )}
      <span className="authorship-bar-acts">
        <span className="authorship-bar-more">
          <Button variant="quiet" size="small" onPress={onPanel}>
            {t('notes.details')}
          </Button>
        </span>
        <Button variant="quiet" size="small" onPress={() => desk.showAuthorship(false)}>
          {t('notes.hide')}
        </Button>
        <Kbd keys={['Alt', 'A']} />
      </span>
    </section>
  )
}
