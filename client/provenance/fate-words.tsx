import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Fate } from '../../shared/coverage/fate.ts'
import { formatMoment } from '../i18n/dates.ts'
import { useText } from '../i18n/text.tsx'
import { useMeeting } from '../meeting/meeting-provider.tsx'

interface FateWordsProps {
  fate: Fate
  /** Numbers under which recommendations are shown now. */
  numbers: ReadonlyMap<string, number>
}

/** Says what became of a passage; where it stands in the draft, the words lead there. */
export function FateWords({ fate, numbers }: FateWordsProps): ReactNode {
  const { t, language } = useText()
  const { id, meeting, members } = useMeeting()
  switch (fate.is) {
    case 'in-draft':
    case 'withdrawn': {
      const number = numbers.get(fate.item) ?? 0
      return (
        <Link to={`/m/${id}/draft/${fate.item}`}>{t(`coverage.fate.${messageOf(fate)}`, { number })}</Link>
      )
    }
    case 'left-out': {
      const [before = '', after = ''] = t('coverage.fate.leftOut', {
        name: '\u0000',
        merge: fate.merge,
        moment: formatMoment(language, fate.at, meeting.timeZone),
      }).split('\u0000')
      return (
        <>
          {before}
          <bdi>{members.get(fate.by)?.name ?? t('checks.somebody')}</bdi>
          {after}
        </>
      )
    }
    default:
      return t(`coverage.fate.${fate.is}`)
  }
}

function messageOf(
  fate: Extract<Fate, { readonly is: 'in-draft' } | { readonly is: 'withdrawn' }>,
): 'withdrawn' | 'combined' | 'inDraft' {
  if (fate.is === 'withdrawn') return 'withdrawn'
  return fate.others > 0 ? 'combined' : 'inDraft'
}
