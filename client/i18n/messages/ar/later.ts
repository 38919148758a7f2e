import type { Translation } from '../../catalogue.ts'
import type { later as english } from '../en/later.ts'
import { advice } from './advice.ts'
import { brackets } from './brackets.ts'
import { checks } from './checks.ts'
import { coverage } from './coverage.ts'
import { draft } from './draft.ts'
import { exporting } from './export.ts'
import { late } from './late.ts'
import { manners } from './manners.ts'
import { marks } from './marks.ts'
import { merge } from './merge.ts'
import { notes } from './notes.ts'
import { outbox } from './outbox.ts'
import { outline } from './outline.ts'
import { print } from './print.ts'
import { search } from './search.ts'
import { setup } from './setup.ts'
import { speech } from './speech.ts'
import { statements } from './statements.ts'
import { threads } from './threads.ts'
import { views } from './views.ts'
import { wipe } from './wipe.ts'

export const later: Translation<typeof english> = {
  ...advice,
  ...brackets,
  ...checks,
  ...coverage,
  ...draft,
  ...exporting,
  ...late,
  ...manners,
  ...marks,
  ...merge,
  ...notes,
  ...outbox,
  ...outline,
  ...print,
  ...search,
  ...setup,
  ...speech,
  ...statements,
  ...threads,
  ...views,
  ...wipe,
}
