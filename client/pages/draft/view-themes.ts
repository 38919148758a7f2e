import { CHILDREN } from '../../../shared/merge/alike/lexicon/children.ts'
import type { Concept } from '../../../shared/merge/alike/lexicon/concept.ts'
import { COOPERATION } from '../../../shared/merge/alike/lexicon/cooperation.ts'
import { DATA } from '../../../shared/merge/alike/lexicon/data.ts'
import { EVALUATION } from '../../../shared/merge/alike/lexicon/evaluation.ts'
import { INDEPENDENCE } from '../../../shared/merge/alike/lexicon/independence.ts'
import { INSTITUTIONS } from '../../../shared/merge/alike/lexicon/institutions.ts'
import { INSTRUMENTS } from '../../../shared/merge/alike/lexicon/instruments.ts'
import { JUSTICE } from '../../../shared/merge/alike/lexicon/justice.ts'
import { LABOUR } from '../../../shared/merge/alike/lexicon/labour.ts'
import { MEANS } from '../../../shared/merge/alike/lexicon/means.ts'
import { MIGRATION } from '../../../shared/merge/alike/lexicon/migration.ts'
import { PREVENTION } from '../../../shared/merge/alike/lexicon/prevention.ts'
import { PRIVACY } from '../../../shared/merge/alike/lexicon/privacy.ts'
import { REMEDIES } from '../../../shared/merge/alike/lexicon/remedies.ts'
import { REPORTING } from '../../../shared/merge/alike/lexicon/reporting.ts'
import { VICTIMS } from '../../../shared/merge/alike/lexicon/victims.ts'
import { termReader } from '../../../shared/merge/alike/terms.ts'
import type { Theme } from './view-labels.ts'

/** The lexicon's files, as a reader would name them; what says nothing of a theme (everyday words) is left out. */
const FILES: Readonly<Record<Theme, readonly (readonly Concept[])[]>> = {
  mandate: [INSTITUTIONS, INDEPENDENCE],
  data: [DATA, PRIVACY],
  reporting: [REPORTING, EVALUATION],
  victims: [VICTIMS, REMEDIES],
  children: [CHILDREN],
  justice: [JUSTICE],
  prevention: [PREVENTION],
  labour: [LABOUR],
  migration: [MIGRATION],
  cooperation: [COOPERATION],
  instruments: [INSTRUMENTS],
  means: [MEANS],
}

/** What nearly every recommendation says tells nothing; what many say tells little: as the lexicon marks it. */
const WEIGHTS = { common: 0, broad: 0.4 } as const
/** A second theme must say nearly as much as the first. */
const SECOND = 0.75

const themes = new Map(
  Object.entries(FILES).flatMap(([theme, files]) =>
    files.flat().map((concept) => [concept.id, theme as Theme] as const),
  ),
)
const read = termReader()

/** Gives the themes of a text by the lexicon's terms in it: the one it says most about, and a second if it is near. */
export function themesOf(words: string, lang: string | null): readonly Theme[] {
  const scores = new Map<Theme, number>()
  for (const { concept, words: length } of read(words, lang).terms) {
    const theme = concept === null ? undefined : themes.get(concept.id)
    if (concept === null || theme === undefined) continue
    const weight = concept.said === undefined ? 1 : WEIGHTS[concept.said]
    // A phrase says more than a word that may mean many things.
    scores.set(theme, (scores.get(theme) ?? 0) + weight * Math.sqrt(length))
  }
  const [first, second] = [...scores]
    .filter(([, score]) => score > 0)
    .sort(([, one], [, other]) => other - one)
  if (first === undefined) return []
  return second !== undefined && second[1] >= SECOND * first[1] ? [first[0], second[0]] : [first[0]]
}
