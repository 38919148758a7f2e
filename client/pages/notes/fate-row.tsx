import { readPassages } from '../../../shared/notes/passage.ts'
import type { Block } from '../../../shared/text/block.ts'
import { useText } from '../../i18n/text.tsx'
import { FateWords } from '../../provenance/fate-words.tsx'
import { lastTyped } from '../../provenance/passage-typed.ts'
import { useFates } from '../../provenance/use-fates.ts'
import type { NotesDesk } from './notes-desk.ts'

/** What became of the passage that a line is part of: a row of the list on its authorship. */
export function FateRow({ desk, topic, line }: { desk: NotesDesk; topic: string; line: Block }) {
  const { t } = useText()
  const fates = useFates()
  if (!fates.isWhole) return null
  const passage = readPassages(topic, desk.blocks).find(({ blocks }) => blocks.includes(line)) ?? {
    topic,
    kind: null,
    isWithheld: false,
    blocks: [line],
  }
  const found = fates.find(
    passage,
    lastTyped(passage.blocks, (id) => desk.times.last(id)),
  )
  return (
    <>
      <dt>{t('coverage.fate')}</dt>
      <dd>
        {found.map((fate) => (
          <span key={'item' in fate ? fate.item : fate.is}>
            <FateWords fate={fate} numbers={fates.numbers} />
          </span>
        ))}
      </dd>
    </>
  )
}
