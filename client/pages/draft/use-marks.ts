import { useLayoutEffect, useSyncExternalStore } from 'react'
import { leftFor } from '../../../shared/meeting/left-for.ts'
import type { NameLanguage } from '../../../shared/names/name-language.ts'
import { versionNumber } from '../../../shared/report/numbering.ts'
import { countBrackets } from '../../../shared/text/brackets.ts'
import { useText } from '../../i18n/text.tsx'
import { useFacts } from '../../meeting/meeting-provider.tsx'
import type { Placed } from '../../outbox/wished-draft.ts'
import { useDraft } from './draft-context.ts'
import type { DraftDesk } from './draft-desk.ts'
import type { Section } from './outline.ts'

/** Tells the draft's marks which items are shown under which numbers, and what marks are called. */
export function useMarkPlaces(
  { marks }: DraftDesk,
  sections: readonly Section<Placed>[],
  language: NameLanguage,
): void {
  const { t } = useText()
  useLayoutEffect(() => {
    marks.setNames(
      {
        bracket: (side, isPaired) => t(`brackets.${side}${isPaired ? '' : 'Alone'}`),
        note: (number) =>
          number === null ? t('brackets.footnoteLost') : t('brackets.footnoteNumber', { number }),
        back: (number) =>
          number === null ? t('brackets.footnoteBackLost') : t('brackets.footnoteBack', { number }),
      },
      language,
    )
  }, [marks, language, t])
  const left = leftFor(useFacts('merges'))
  useLayoutEffect(() => marks.setCombined(left), [marks, left])
  useLayoutEffect(() => {
    marks.setPlaces(
      sections.flatMap(({ items }) =>
        items.map(({ item, number, version }) => ({
          id: item.id,
          label: number === null ? null : versionNumber(number, version.index, language),
          isContested: version.isContested,
        })),
      ),
    )
  }, [marks, sections, language])
}

/** Gives the number that an item is shown under, "4 bis" among versions of one. */
export function useItemLabel(item: string, number: number | null): string | null {
  const { marks } = useDraft().desk
  // Marks are told the places after the rows are drawn: what most will be told is what they show already.
  const own = number === null ? null : String(number)
  return useSyncExternalStore(marks.subscribe, () => marks.placeOf(item)?.label ?? own)
}

/** Whether other versions of an item stand in the draft. */
export function useIsContested(item: string): boolean {
  const { marks } = useDraft().desk
  return useSyncExternalStore(marks.subscribe, () => marks.placeOf(item)?.isContested ?? false)
}

/** Counts the brackets in an item's text. */
export function useBracketCount(item: string): number {
  const { marks } = useDraft().desk
  return useSyncExternalStore(marks.subscribe, () => countBrackets(marks.of(item).brackets).all)
}

/** Whether texts are shown without brackets, to read only. */
export function useClean(): boolean {
  const { clean } = useDraft().desk
  return useSyncExternalStore(clean.subscribe, clean.isOn)
}
