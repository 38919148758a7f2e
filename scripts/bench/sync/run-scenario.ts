import { contenders, MINUTA } from '../contenders/contender.ts'
import { formatNumber, markdownTable, median } from '../report/table.ts'
import type { Budget, Figure, Figures, Scenario, Setting } from './scenario.ts'

/** What to run. */
export interface Run {
  /** Rounds; null: as many as the scenario wants. */
  readonly rounds: number | null
  /** Names of the servers to measure; null: all. */
  readonly only: readonly string[] | null
  readonly setting: Setting
}

/** What a scenario gave: its tables as markdown, and how many budgets were missed. */
export interface Outcome {
  readonly markdown: string
  readonly missed: number
}

/** Measures all servers of a scenario round by round (A B C, A B C, …), so that a slow minute slows all of them. */
export async function runScenario(scenario: Scenario, { rounds, only, setting }: Run): Promise<Outcome> {
  const chosen = contenders.filter(
    ({ name }) => scenario.contenders.includes(name) && (only === null || only.includes(name)),
  )
  const taken = new Map<string, Figures[]>(chosen.map(({ name }) => [name, []]))
  const title = scenario.title(setting)
  const count = rounds ?? (setting.quick ? 1 : scenario.rounds)
  for (let round = 1; round <= count; round++) {
    for (const contender of chosen) {
      const figures = await scenario.measure(contender, setting)
      taken.get(contender.name)?.push(figures)
      setting.say(
        `${title}, round ${round} of ${count}: ${contender.name}: ${shown(scenario.figures, figures)}`,
      )
    }
  }
  const results = new Map([...taken].map(([name, list]) => [name, together(scenario.figures, list)]))
  // A quick run's figures mean nothing: they are not held against anything.
  const budgets = setting.quick ? [] : scenario.budgets
  return report({ ...scenario, budgets }, title, count, results)
}

function shown(figures: readonly Figure[], values: Figures): string {
  return figures
    .map(({ key, title, digits }) => `${title} ${formatNumber(values[key] ?? Number.NaN, digits)}`)
    .join(' · ')
}

function together(figures: readonly Figure[], list: readonly Figures[]): Figures {
  return Object.fromEntries(
    figures.map(({ key, sum }) => {
      const values = list.map((each) => each[key] ?? Number.NaN)
      return [key, sum === true ? values.reduce((total, value) => total + value, 0) : median(values)]
    }),
  )
}

function report(
  { figures, budgets }: Scenario,
  title: string,
  rounds: number,
  results: ReadonlyMap<string, Figures>,
): Outcome {
  const of = (name: string, key: string): number => results.get(name)?.[key] ?? Number.NaN
  const rows = [...results.keys()].map((name) => [
    name,
    ...figures.map(({ key, digits }) => formatNumber(of(name, key), digits)),
  ])
  const ratios = [...results.keys()]
    .filter((name) => name !== MINUTA && results.has(MINUTA))
    .map((name) => [
      `${MINUTA} ÷ ${name}`,
      ...figures.map(({ key }) => formatNumber(of(MINUTA, key) / of(name, key), 2)),
    ])
  const verdicts = results.has(MINUTA) ? budgets.map((budget) => judge(budget, of)) : []
  const parts = [
    `### ${title}`,
    `${rounds} interleaved ${rounds === 1 ? 'round' : 'rounds, medians'}.`,
    markdownTable(['', ...figures.map((figure) => figure.title)], [...rows, ...ratios]),
    ...(verdicts.length === 0 ? [] : [markdownTable(['budget', 'measured', ''], verdicts)]),
  ]
  return { markdown: parts.join('\n\n'), missed: verdicts.filter(([, , word]) => word === 'MISSED').length }
}

function judge(
  { says, value, digits, most, least }: Budget,
  of: (name: string, key: string) => number,
): string[] {
  const measured = value(of)
  const isMet =
    measured <= (most ?? Number.POSITIVE_INFINITY) && measured >= (least ?? Number.NEGATIVE_INFINITY)
  const word = Number.isNaN(measured) ? 'not measured' : isMet ? 'met' : 'MISSED'
  return [says, formatNumber(measured, digits), word]
}
