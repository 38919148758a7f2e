import { CHILDREN } from './children.ts'
import type { Concept } from './concept.ts'
import { COOPERATION } from './cooperation.ts'
import { DATA } from './data.ts'
import { EVALUATION } from './evaluation.ts'
import { EVERYDAY_ACTIONS } from './everyday-actions.ts'
import { EVERYDAY_THINGS } from './everyday-things.ts'
import { INDEPENDENCE } from './independence.ts'
import { INSTITUTIONS } from './institutions.ts'
import { INSTRUMENTS } from './instruments.ts'
import { JUSTICE } from './justice.ts'
import { LABOUR } from './labour.ts'
import { MEANS } from './means.ts'
import { MIGRATION } from './migration.ts'
import { PREVENTION } from './prevention.ts'
import { PRIVACY } from './privacy.ts'
import { REMEDIES } from './remedies.ts'
import { REPORTING } from './reporting.ts'
import { VICTIMS } from './victims.ts'

/** The field's terms, each once. */
export const LEXICON: readonly Concept[] = [
  ...INSTITUTIONS,
  ...INDEPENDENCE,
  ...REPORTING,
  ...DATA,
  ...PRIVACY,
  ...VICTIMS,
  ...REMEDIES,
  ...CHILDREN,
  ...PREVENTION,
  ...LABOUR,
  ...JUSTICE,
  ...COOPERATION,
  ...MEANS,
  ...EVALUATION,
  ...INSTRUMENTS,
  ...MIGRATION,
  ...EVERYDAY_THINGS,
  ...EVERYDAY_ACTIONS,
]
