import { CircleAlert } from 'lucide-react'
import { useState } from 'react'
import { flushSync } from 'react-dom'
import type { StatementBlock } from '../../../shared/statements/statement.ts'
import { attributesOf } from '../../editor/binding/block-node.ts'
import { interventionAt } from '../../editor/notes/interventions-in.ts'
import { putStatement } from '../../editor/notes/put-statement.ts'
import { useText } from '../../i18n/text.tsx'
import type { Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useToast } from '../../ui/toast.tsx'
import type { NotesDesk } from './notes-desk.ts'
import type { ChosenFile } from './statement-import.tsx'
import { StatementPreview } from './statement-preview.tsx'
import { StatementSpeaker } from './statement-speaker.tsx'
import { leftOutWords } from './statement-words.ts'
import { type StatementProblem, type StatementState, useStatementFile } from './use-statement-file.ts'

interface StatementDialogProps {
  desk: NotesDesk
  topic: Topic
  chosen: ChosenFile
  writes: boolean
  onChoose(): void
  onClose(): void
}

/** A file's statement before it goes into the notes: whose it is, its passages, and what is left out. */
export function StatementDialog({ desk, topic, chosen, writes, onChoose, onClose }: StatementDialogProps) {
  const { t } = useText()
  const { id } = useMeeting()
  const toast = useToast()
  const { file, where } = chosen
  const { state, again } = useStatementFile(`/api/meetings/${id}/topics/${topic.id}/statements`, file)
  const [speaker, setSpeaker] = useState(() => (where === 'end' ? '' : speakerAtCaret(desk)))
  const [keepsNumbers, setKeepsNumbers] = useState(true)
  const blocks = state.is === 'read' ? state.statement.blocks : []
  const insert = (): void => {
    // The dialog holds the focus as long as it stands.
    flushSync(onClose)
    putStatement(desk.editor.view, { blocks, speaker, keepsNumbers, where }, desk.capture)
    toast.show(t('statements.inserted', { count: blocks.length }), { undo: () => void desk.undo.undo() })
  }
  const notRead = state.is === 'read' ? undefined : t('statements.notRead')
  const refused = writes ? notRead : t('statements.problem.forbidden')
  return (
    <Dialog
      title={t('statements.title')}
      isOpen
      onClose={onClose}
      size="large"
      actions={
        <>
          <Button variant="quiet" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          {state.is === 'problem' ? (
            <WaysOn problem={state.problem} onChoose={onChoose} onAgain={again} />
          ) : (
            <Button variant="primary" onPress={insert} refused={refused}>
              {t('statements.insert')}
            </Button>
          )}
        </>
      }
    >
      <div className="statement-file">
        <bdi>{file.name}</bdi>
        {state.is !== 'problem' && (
          <Button variant="quiet" size="small" onPress={onChoose}>
            {t('statements.another')}
          </Button>
        )}
      </div>
      {state.is === 'read' ? (
        <>
          <div className="statement-choices">
            <StatementSpeaker desk={desk} speaker={speaker} onChange={setSpeaker} />
            <p className="statement-where">
              {t(where === 'end' ? 'statements.atEnd' : 'statements.afterCaret')}
            </p>
            {blocks.some(({ number }) => number !== undefined) && (
              <Checkbox
                isSelected={keepsNumbers}
                onChange={setKeepsNumbers}
                hint={t('statements.numbersHint')}
              >
                {t('statements.numbers', { number: firstNumber(blocks) })}
              </Checkbox>
            )}
          </div>
          <LeftOutList state={state} />
          <StatementPreview blocks={blocks} keepsNumbers={keepsNumbers} />
        </>
      ) : (
        <Reading state={state} size={file.size} />
      )}
    </Dialog>
  )
}

/** What a second try may bring: the file itself is not at fault. */
function mayPass(problem: StatementProblem): boolean {
  return ['offline', 'too-many', 'too-slow', 'failed'].includes(problem)
}

interface WaysOnProps {
  problem: StatementProblem
  onChoose(): void
  onAgain(): void
}

function WaysOn({ problem, onChoose, onAgain }: WaysOnProps) {
  const { t } = useText()
  const may = mayPass(problem)
  return (
    <>
      <Button variant={may ? 'default' : 'primary'} onPress={onChoose}>
        {t('statements.another')}
      </Button>
      {may && (
        <Button variant="primary" onPress={onAgain}>
          {t('statements.again')}
        </Button>
      )}
    </>
  )
}

function Reading({ state, size }: { state: Exclude<StatementState, { is: 'read' }>; size: number }) {
  const { t } = useText()
  if (state.is === 'problem')
    return (
      <p className="statement-problem" role="alert">
        <CircleAlert />
        <span>{t(`statements.problem.${state.problem}`)}</span>
      </p>
    )
  const isSent = state.sent >= size
  return (
    <p className="statement-reading" role="status">
      {isSent
        ? t('statements.reading')
        : t('statements.sending', { percent: Math.floor((state.sent / Math.max(1, size)) * 100) })}
    </p>
  )
}

function LeftOutList({ state }: { state: Extract<StatementState, { is: 'read' }> }) {
  const { t } = useText()
  const { left } = state.statement
  if (left.length === 0) return <p className="statement-whole">{t('statements.whole')}</p>
  return (
    <section className="statement-left" aria-labelledby="statement-left">
      <h3 id="statement-left">{t('statements.leftOut')}</h3>
      <ul>
        {left.map((each) => (
          <li key={each.what}>
            {leftOutWords(t, each)}
            {each.words !== undefined && (
              <span className="statement-quote">{t('notes.quoted', { text: isolated(each.words) })}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Keeps a foreign text's direction from its surroundings (U+2068, U+2069). */
function isolated(text: string): string {
  return `\u2068${text}\u2069`
}

function speakerAtCaret(desk: NotesDesk): string {
  const { doc, selection } = desk.editor.state
  const { from } = interventionAt(doc, Math.min(selection.$from.index(0), doc.childCount - 1))
  const { speaker } = attributesOf(doc.child(from))
  return typeof speaker === 'string' ? speaker : ''
}

function firstNumber(blocks: readonly StatementBlock[]): string {
  return blocks.find(({ number }) => number !== undefined)?.number ?? ''
}
