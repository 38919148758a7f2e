import type { Contender } from '../contenders/contender.ts'

/** One column of a table. */
export interface Figure {
  readonly key: string
  readonly title: string
  readonly digits: number
  /** How the rounds' values become one: the median where nothing is said. */
  readonly sum?: boolean
}

/** The figures of one server, by key. */
export type Figures = Readonly<Record<string, number>>

/** What a budget says, and the value that is held against it: a figure, or a ratio of two. */
export interface Budget {
  readonly says: string
  readonly value: (of: (contender: string, key: string) => number) => number
  readonly digits: number
  readonly most?: number
  readonly least?: number
}

/** What a scenario is measured with. */
export interface Setting {
  /** A small form that shows that everything runs. Its figures mean nothing. */
  readonly quick: boolean
  /** Kills with -9 in one round. */
  readonly kills: number
  /** The file of the long history. */
  readonly trace: string
  /** Where data folders are made: on a disk, or a sync costs nothing. */
  readonly workFolder: string
  readonly say: (line: string) => void
}

/** One table of the bench. */
export interface Scenario {
  readonly name: string
  readonly title: (setting: Setting) => string
  readonly contenders: readonly string[]
  readonly figures: readonly Figure[]
  readonly budgets: readonly Budget[]
  /** Rounds when the command doesn't say. */
  readonly rounds: number
  measure(contender: Contender, setting: Setting): Promise<Figures>
}
