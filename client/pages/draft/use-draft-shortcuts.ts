import { useMemo } from 'react'
import { useText } from '../../i18n/text.tsx'
import { type ShortcutGroup, useShortcuts } from '../../shell/shortcuts.tsx'

/** Adds the keys of the draft to the list that `Mod+/` shows. */
export function useDraftShortcuts(mayWrite: boolean): void {
  const { t } = useText()
  const group = useMemo<ShortcutGroup>(() => {
    const writing = [
      { keys: [['E']], does: t('draft.keys.write') },
      { keys: [['Mod', 'Enter']], does: t('draft.newAfter') },
      {
        keys: [
          ['Alt', '↑'],
          ['Alt', '↓'],
        ],
        does: t('draft.keys.move'),
      },
      {
        keys: [
          ['Shift', '↑'],
          ['Shift', '↓'],
        ],
        does: t('draft.keys.across'),
      },
      { keys: [['@']], does: t('manners.keys.mention') },
      { keys: [['/']], does: t('draft.keys.block') },
      { keys: [['-'], ['(a)'], [t('notes.space')]], does: t('draft.keys.shorthand') },
      { keys: [['**…**'], ['*…*']], does: t('manners.keys.marks') },
      { keys: [['B'], ['Mod', 'Alt', 'S']], does: t('brackets.keys.put') },
      { keys: [['Mod', 'Alt', 'F']], does: t('brackets.keys.footnote') },
      { keys: [['#']], does: t('brackets.keys.reference') },
      { keys: [['Alt', 'Enter']], does: t('brackets.keys.here') },
    ]
    return {
      title: t('draft.title'),
      shortcuts: [
        { keys: [['J'], ['K']], does: t('draft.keys.next') },
        { keys: [['Enter']], does: t('draft.where') },
        { keys: [['O']], does: t('draft.keys.sentence') },
        { keys: [['Mod', 'Alt', 'O']], does: t('draft.keys.sentenceInText') },
        { keys: [['C']], does: t('draft.keys.comment') },
        { keys: [['N']], does: t('draft.keys.thread') },
        ...(mayWrite ? writing : []),
        { keys: [['Alt', 'F10']], does: t('manners.keys.toolbar') },
      ],
    }
  }, [t, mayWrite])
  useShortcuts(group)
}
