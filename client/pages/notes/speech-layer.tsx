import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { KINDS } from '../../../shared/meeting/facts.ts'
import { speakerOf } from '../../../shared/notes/intervention.ts'
import { type Block, blockText } from '../../../shared/text/block.ts'
import { useText } from '../../i18n/text.tsx'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useRoomField } from '../../sync/use-room.ts'
import { announcePolitely } from '../../ui/announce.ts'
import type { NotesDesk } from './notes-desk.ts'
import { SameHints } from './same-hints.tsx'
import type { SameHint } from './same-state.ts'
import { speechChoice } from './speech-choice.ts'
import { useSpokenComments } from './speech-comments.ts'
import { type SpeechPage, SpeechWatch } from './speech-watch.ts'
import { namesTogether, type SpeechTerms, tellingWords } from './speech-words.ts'
import type { NotesThreads } from './thread-state.ts'

interface SpeechLayerProps {
  desk: NotesDesk
  /** Null while the threads are not read yet. */
  comments: NotesThreads | null
}

const NO_HINTS: readonly SameHint[] = []

/** What is said of others to who listens, and the hints that somebody notes the same. Loaded after the text. */
export function SpeechLayer({ desk, comments }: SpeechLayerProps) {
  const words = useSpeechTerms(desk)
  const watch = useWatch(desk, words)
  useSpokenComments(desk, watch, comments)
  const hints = useSyncExternalStore(watch?.subscribe ?? nothing, watch?.hints ?? noHints)
  if (watch === null || hints.length === 0) return null
  return <SameHints desk={desk} hints={hints} words={words.same} onDismiss={(id) => watch.dismiss(id)} />
}

function nothing(): () => void {
  return () => undefined
}

function noHints(): readonly SameHint[] {
  return NO_HINTS
}

/** Follows the notes from when the server has told how they stand: what came before is no news. */
function useWatch(desk: NotesDesk, words: SpeechWords): SpeechWatch | null {
  const { me } = useMeeting()
  const isLive = useRoomField(desk.client, 'text') === 'live'
  const latest = useRef(words)
  useLayoutEffect(() => {
    latest.current = words
  }, [words])
  const [watch, setWatch] = useState<SpeechWatch | null>(null)
  useEffect(() => {
    if (!isLive) return
    const page: SpeechPage = {
      choice: speechChoice.read,
      say: (telling, choice) => {
        const said = tellingWords(telling, choice, latest.current.terms)
        if (said !== '') announcePolitely(said)
      },
      sayInLine: (members) => announcePolitely(latest.current.inLine(members)),
      sameWords: (hint) => latest.current.same(hint),
    }
    const made = new SpeechWatch(desk, me.id, page)
    const stop = speechChoice.subscribe(made.chosen)
    setWatch(made)
    return () => {
      stop()
      made.destroy()
      setWatch(null)
    }
  }, [desk, me.id, isLive])
  return watch
}

interface SpeechWords {
  readonly terms: SpeechTerms
  readonly inLine: (members: readonly string[]) => string
  readonly same: (hint: SameHint) => string
}

/** Gives what is said in the reader's language, with the names of people and speakers. */
function useSpeechTerms(desk: NotesDesk): SpeechWords {
  const { t, language } = useText()
  const { members } = useMeeting()
  return useMemo(() => {
    const nameOf = (member: string): string => members.get(member)?.name ?? t('notes.unknownMember')
    const speakerName = (speaker: string | null): string =>
      speaker === null ? '' : desk.words.words.speaker(speaker).name
    const find = (line: string): Block | undefined => desk.blocks.find(({ id }) => id === line)
    const comma = language === 'ar' ? '، ' : ', '
    const terms: SpeechTerms = {
      t,
      language,
      nameOf,
      speakerOf: ({ line, speaker }) => {
        const block = find(line)
        // It may have been corrected since.
        return speakerName(block === undefined ? speaker : speakerOf(block))
      },
      read: (line) => {
        const block = find(line)
        const text = block === undefined ? '' : blockText(block).replaceAll('\uFFFC', '').trim()
        if (block === undefined || text === '') return null
        const kind = KINDS.find((each) => each === block.attributes.kind)
        const label = [speakerName(speakerOf(block)), kind === undefined ? '' : t(`kind.${kind}`)]
        const said = label.filter(Boolean).join(comma)
        return said === '' ? text : `${said}: ${text}`
      },
    }
    return {
      terms,
      inLine: (all) =>
        t('speech.inLine', { names: namesTogether(all.map(nameOf), language), count: all.length }),
      same: ({ member, speaker, lines }) => {
        const where = speakerName(speaker) || t('speech.theSame')
        const count = Math.abs(lines)
        const values = { name: nameOf(member), where, count }
        return lines < 0 ? t('speech.sameAbove', values) : t('speech.sameBelow', values)
      },
    }
  }, [desk, t, language, members])
}
