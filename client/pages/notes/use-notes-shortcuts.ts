import { useMemo } from 'react'
import { useText } from '../../i18n/text.tsx'
import { type ShortcutGroup, useShortcuts } from '../../shell/shortcuts.tsx'
import { kindKeys } from './desk-words.ts'

/** Adds the keys of the notes to the list that `Mod+/` shows. */
export function useNotesShortcuts(writes: boolean): void {
  const { t, language } = useText()
  const notes = useMemo<ShortcutGroup>(() => {
    const reading = [
      { keys: [['Alt', 'F10']], does: t('manners.keys.toolbar') },
      { keys: [['Alt', 'A']], does: t('notes.keys.authorship') },
      { keys: [['Alt', 'F']], does: t('search.keys.topic') },
      { keys: [['Enter'], ['Shift', 'Enter']], does: t('search.keys.go') },
      { keys: [['Esc']], does: t('manners.keys.stop') },
    ]
    if (!writes) return { title: t('notes.keys.title'), shortcuts: reading }
    const [, , , , recommendation = ''] = kindKeys(language)
    return {
      title: t('notes.keys.title'),
      shortcuts: [
        { keys: [['@']], does: t('notes.keys.speaker') },
        { keys: [['@'], ['@']], does: t('notes.keys.speakerBefore') },
        { keys: [['Mod', 'Enter']], does: t('notes.keys.close') },
        {
          keys: [['Mod', 'Enter'], ['n'], ['e'], [t('notes.space')], [recommendation], ['Enter']],
          does: t('notes.keys.sixStrokes'),
        },
        { keys: [['/']], does: t('notes.keys.kind') },
        { keys: [['Enter']], does: t('notes.keys.line') },
        { keys: [['@']], does: t('manners.keys.mention') },
        { keys: [['#'], ['##'], ['-'], ['1.'], [t('notes.space')]], does: t('manners.keys.shorthand') },
        { keys: [['**…**'], ['*…*']], does: t('manners.keys.marks') },
        ...reading,
      ],
    }
  }, [t, language, writes])
  const lines = useMemo<ShortcutGroup>(
    () => ({
      title: t('notes.keys.lineMode'),
      shortcuts: [
        { keys: [['Esc']], does: t('notes.keys.enterLineMode') },
        { keys: [['↑'], ['↓']], does: t('notes.keys.move') },
        { keys: kindKeys(language).map((key) => [key]), does: t('notes.keys.setKind') },
        { keys: [['0']], does: t('notes.keys.noKind') },
        { keys: [['S']], does: t('notes.keys.correct') },
        { keys: [['←'], ['→'], ['X']], does: t('notes.keys.cut') },
        { keys: [['M']], does: t('notes.keys.join') },
        { keys: [['F']], does: t('marks.keys.withhold') },
        { keys: [['V']], does: t('marks.keys.place') },
        { keys: [['A']], does: t('marks.keys.level') },
        { keys: [['I']], does: t('marks.keys.language') },
        { keys: [['B']], does: t('marks.keys.gloss') },
        { keys: [['K']], does: t('manners.copyLine') },
        { keys: [['Enter']], does: t('notes.keys.leaveLineMode') },
      ],
    }),
    [t, language],
  )
  useShortcuts(notes)
  useShortcuts(writes ? lines : NOTHING)
}

const NOTHING: ShortcutGroup = { title: '', shortcuts: [] }
