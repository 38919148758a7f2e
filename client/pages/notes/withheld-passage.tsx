import type { WithheldBlock, WithheldFact } from '../../../shared/withheld/withheld-fact.ts'
import { del } from '../../api/request.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoomField } from '../../sync/use-room.ts'
import { Button } from '../../ui/button.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useMarkCommand } from './use-mark-command.ts'

/** What a sensitive passage says, for whoever may read it. */
export function WithheldWords({ fact }: { fact: WithheldFact }) {
  const { t } = useText()
  return (
    <div className="marks-words">
      {fact.blocks.map((block) => (
        <p key={block.id} dir="auto">
          {wordsOf(block, t('marks.withheld'))}
        </p>
      ))}
    </div>
  )
}

/** Why a passage is sensitive, and who kept it back. */
export function WithheldReason({ fact }: { fact: WithheldFact }) {
  const { t, language } = useText()
  const { members, meeting } = useMeeting()
  const name = members.get(fact.by)?.name ?? t('notes.unknownMember')
  const time = formatMoment(language, fact.at, meeting.timeZone)
  return (
    <>
      <p>
        {t(`marks.reason.${fact.reason}`)}
        {fact.words !== '' && (
          <>
            {' · '}
            <bdi>{fact.words}</bdi>
          </>
        )}
      </p>
      <p className="marks-note">{t('marks.open.by', { name, time })}</p>
    </>
  )
}

/** Gives the button that puts a passage back, and why it was refused. `onDone`: it is back. */
export function usePutBack(desk: NotesDesk, topic: Topic, id: string, onDone: () => void) {
  const { t } = useText()
  const { id: meeting } = useMeeting()
  const link = useRoomField(desk.client, 'link')
  const toast = useToast()
  const { isBusy, failure, run } = useMarkCommand()
  const send = async (): Promise<void> => {
    await del(`/api/meetings/${meeting}/topics/${topic.id}/withheld/${id}`)
    toast.show(t('marks.open.putBackDone'))
    onDone()
  }
  const button = (
    <Button
      onPress={() => run(send)}
      busy={isBusy ? t('marks.open.puttingBack') : undefined}
      refused={link === 'online' ? undefined : t('marks.withhold.offline')}
    >
      {t('marks.open.putBack')}
    </Button>
  )
  const refusal = failure !== null && (
    <p role="alert" className="marks-failure">
      {failure}
    </p>
  )
  return { button, refusal }
}

function wordsOf({ runs }: WithheldBlock, withheld: string): string {
  return runs
    .map(({ insert }) => {
      if (typeof insert === 'string') return insert
      if (insert.t === 'break') return '\n'
      if (insert.t === 'withheld') return `[${withheld}]`
      return typeof insert['label'] === 'string' ? insert['label'] : '\uFFFC'
    })
    .join('')
}
