import { Link } from 'react-router'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useLineAddress } from './withheld-address.ts'
import type { ShownWithheld } from './withheld-facts.ts'

interface WithheldLateProps {
  desk: NotesDesk
  passage: ShownWithheld
  writes: boolean
  /** Before the page asks, or goes to a line. */
  onLeave(): void
}

/** Tells the drafting group of words that came late for a passage, and leads to them. */
export function WithheldLate({ desk, passage: { late, waiting }, writes, onLeave }: WithheldLateProps) {
  const { t } = useText()
  const { id } = useMeeting()
  const people = new Set(waiting.map(({ member }) => member)).size
  const [first] = late
  const addressOf = useLineAddress()
  return (
    <>
      {first !== undefined && (
        <div className="marks-late">
          <p>{t('marks.late.beside')}</p>
          <p className="marks-late-acts">
            <Link to={addressOf(first)} onClick={onLeave}>
              {t('marks.late.goTo')}
            </Link>
            {writes && (
              <Button
                size="small"
                onPress={() => {
                  onLeave()
                  desk.marks.ask({ what: 'withhold', lines: late })
                }}
              >
                {t('marks.late.keep')}
              </Button>
            )}
          </p>
        </div>
      )}
      {people > 0 && (
        <div className="marks-late">
          <p>{t('marks.late.waiting', { count: people })}</p>
          <p className="marks-late-acts">
            <Link to={`/m/${id}/late-words`}>{t('marks.late.open')}</Link>
          </p>
        </div>
      )}
    </>
  )
}
