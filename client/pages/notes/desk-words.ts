import { useMemo } from 'react'
import { lowerLevel } from '../../../shared/meeting/attribution.ts'
import { KINDS } from '../../../shared/meeting/facts.ts'
import type { KindItem } from '../../editor/notes/capture.ts'
import type { Done } from '../../editor/notes/capture-options.ts'
import { formatTime } from '../../i18n/dates.ts'
import { type Language, languages } from '../../i18n/languages.ts'
import { useText } from '../../i18n/text.tsx'
import type { Translate } from '../../i18n/translate.ts'
import type { Meeting, Topic } from '../../meeting/meeting.ts'
import { useMeeting } from '../../meeting/meeting-provider.tsx'
import { useMentionChoices } from '../../threads/use-mention-choices.ts'
import { announce } from '../../ui/announce.ts'
import { personStyle } from '../../ui/avatar.tsx'
import type { DeskWords } from './notes-desk.ts'
import { guestChoice, speakerChoices, speakerWords } from './speaker-words.ts'

/** Gives the editor's words in the reader's language; the same object until language or meeting change. */
export function useDeskWords(topic: Topic): DeskWords {
  const { t, language } = useText()
  const { mechanisms, members, meeting } = useMeeting()
  const { timeZone, lang } = meeting
  const mentions = useMentionChoices()
  const { title, cap } = topic
  return useMemo(() => {
    const terms = { guest: t('notes.guest'), unknown: t('notes.unknownSpeaker') }
    const nameOf = once((speaker: string) => speakerWords(speaker, mechanisms, language, terms))
    return {
      words: {
        speaker: nameOf,
        whoSpeaks: t('notes.whoSpeaks'),
        was: (speaker) =>
          t('notes.wasSpeaker', { name: speaker === '' ? t('notes.nobody') : nameOf(speaker).name }),
        kind: once((kind) => t(`kind.${kind}`)),
        placed: t('marks.placed'),
        gloss: t('marks.gloss'),
        lang,
        level: once((level) =>
          lowerLevel(level, cap) === cap ? null : t('marks.namedAs', { level: t(`export.level.${level}`) }),
        ),
        dir: languages[language].dir,
      },
      formatTime: (at) => formatTime(at, timeZone),
      speakers: {
        choices: speakerChoices(mechanisms, language),
        guest: (name) => guestChoice(name, terms),
        nobody: { value: '', name: t('notes.nobody'), detail: '', forms: [] },
      },
      kindItems: kindItems(t),
      mentions,
      tell: (done) => announce(doneWords(t, done, nameOf)),
      lineOf: (member) => lineClass(members, member),
      label: t('notes.textOf', { topic: title }),
    }
  }, [t, language, mechanisms, members, mentions, timeZone, lang, title, cap])
}

/** Words of thousands of lines are made once for each thing that they name. */
function once<Key, Words>(make: (key: Key) => Words): (key: Key) => Words {
  const made = new Map<Key, Words>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const words = make(key)
    made.set(key, words)
    return words
  }
}

/** The kind menu: kinds in the order of their digits, then what else a line may be. */
function kindItems(t: Translate): KindItem[] {
  return [
    ...KINDS.map((kind) => ({ id: kind, words: t(`kind.${kind}`) })),
    { id: 'none', words: t('notes.noKind') },
    { id: 'paragraph', words: t('notes.block.paragraph') },
    { id: 'heading-1', words: t('notes.block.heading1') },
    { id: 'heading-2', words: t('notes.block.heading2') },
    { id: 'bullet', words: t('notes.block.bullet') },
    { id: 'ordered', words: t('notes.block.ordered') },
    { id: 'placed', words: t('marks.menu.placed') },
    { id: 'sensitive', words: t('marks.menu.sensitive') },
    { id: 'language', words: t('marks.menu.language') },
    { id: 'gloss', words: t('marks.menu.gloss') },
    { id: 'no-gloss', words: t('marks.menu.noGloss') },
    { id: 'link', words: t('manners.copyLine') },
  ]
}

function doneWords(t: Translate, done: Done, nameOf: (speaker: string) => { readonly name: string }): string {
  switch (done.did) {
    case 'speaker': {
      const who = done.speaker === '' ? t('notes.nobody') : nameOf(done.speaker).name
      return done.kind === null ? who : `${who}, ${t(`kind.${done.kind}`)}`
    }
    case 'kind':
      return done.kind === null ? t('notes.noKind') : t(`kind.${done.kind}`)
    case 'mention':
      return t('manners.mentioned', { name: done.label })
    case 'block':
      return t('notes.done.block')
    case 'cut':
      return t('notes.done.cut')
    case 'join':
      return t('notes.done.join')
    case 'line-mode':
      return t('notes.done.lineMode')
    case 'text-mode':
      return t('notes.done.textMode')
  }
}

const LINES = ['solid', 'double', 'dashed'] as const

/** Gives the classes of the line under what a member typed: a colour and a line style, since colour alone is no sign. */
export function lineClass(members: Meeting['members'], member: string): string {
  const colour = members.get(member)?.colour ?? 0
  // People of one colour have another line each, and so have neighbours in the row of colours.
  const line = LINES[(colour + Math.floor(colour / 6)) % LINES.length]
  return `typed typed-hue-${personStyle(colour).hue} typed-${line}`
}

/** Letters stand for the kinds on the keys of a reader of English; elsewhere the digits say the same in every language. */
export function kindKeys(language: Language): readonly string[] {
  return language === 'en' ? ['T', 'G', 'L', 'C', 'R'] : ['1', '2', '3', '4', '5']
}
