import { machineLine } from '../report/machine.ts'
import { qualityTables } from './alike-quality.ts'
import { scaleTable } from './alike-scale.ts'

/** How good look-alikes are, on pairs whose answer is known, and what they cost (MG4). */
export async function benchAlike(): Promise<number> {
  console.log(`${machineLine()}\n`)
  console.log(qualityTables())
  const { table, isWithinBudget } = scaleTable()
  console.log(`\n${table}`)
  return isWithinBudget ? 0 : 1
}
