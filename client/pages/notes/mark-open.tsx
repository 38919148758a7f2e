import { useCallback, useSyncExternalStore } from 'react'
import type { WithheldBlock, WithheldFact } from '../../../shared/withheld/withheld-fact.ts'
import { withheldIn } from '../../../shared/withheld/withheld-in.ts'
import { del } from '../../api/request.ts'
import { formatMoment } from '../../i18n/dates.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoom, useRoomField } from '../../sync/use-room.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Skeleton } from '../../ui/skeleton.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'
import { useMarkCommand } from './use-mark-command.ts'

interface WithheldDialogProps {
  desk: NotesDesk
  topic: Topic
  /** Of the withheld passage. */
  id: string
  writes: boolean
  onClose(): void
}

/** Shows chair and rapporteurs what a sensitive passage says, from the drafting room; lets it be put back. */
export function WithheldDialog({ desk, topic, id, writes, onClose }: WithheldDialogProps) {
  const { t } = useText()
  const { id: meeting, me } = useMeeting()
  const room = useRoom(`m/${meeting}/drafting`, me.id, true)
  const isHere = useRoomField(room, 'text') !== 'none'
  const link = useRoomField(desk.client, 'link')
  const fact = useWithheld(room.doc, id)
  const toast = useToast()
  const { isBusy, failure, run } = useMarkCommand()

  const send = async (): Promise<void> => {
    await del(`/api/meetings/${meeting}/topics/${topic.id}/withheld/${id}`)
    toast.show(t('marks.open.putBackDone'))
    onClose()
  }
  return (
    <Dialog
      title={t('marks.open.title')}
      isOpen
      onClose={onClose}
      actions={
        <>
          {writes && fact !== null && (
            <Button
              onPress={() => run(send)}
              busy={isBusy ? t('marks.open.puttingBack') : undefined}
              refused={link === 'online' ? undefined : t('marks.withhold.offline')}
            >
              {t('marks.open.putBack')}
            </Button>
          )}
          <Button variant="primary" onPress={onClose}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      {fact !== null ? (
        <Passage fact={fact} />
      ) : isHere ? (
        <p>{t('marks.open.gone')}</p>
      ) : (
        <Skeleton lines={3} />
      )}
      {failure !== null && (
        <p role="alert" className="marks-failure">
          {failure}
        </p>
      )}
    </Dialog>
  )
}

function Passage({ fact }: { fact: WithheldFact }) {
  const { t, language } = useText()
  const { members, meeting } = useMeeting()
  const name = members.get(fact.by)?.name ?? t('notes.unknownMember')
  const time = formatMoment(language, fact.at, meeting.timeZone)
  return (
    <>
      <div className="marks-words">
        {fact.blocks.map((block) => (
          <p key={block.id} dir="auto">
            {wordsOf(block, t('marks.withheld'))}
          </p>
        ))}
      </div>
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

/** Gives a withheld passage; null while it is not here. */
function useWithheld(drafting: Parameters<typeof withheldIn>[0], id: string): WithheldFact | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      const map = withheldIn(drafting)
      map.observe(listener)
      return () => map.unobserve(listener)
    },
    [drafting],
  )
  return useSyncExternalStore(subscribe, () => withheldIn(drafting).get(id) ?? null)
}
