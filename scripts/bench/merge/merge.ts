import { machineLine } from '../report/machine.ts'
import { scaleTable } from './alike-scale.ts'
import { planTable } from './plan-scale.ts'

/** What the merge of the largest meeting costs: its plan (MG1), and which recommendations look alike (MG4). */
export async function benchMerge(): Promise<number> {
  console.log(`${machineLine()}\n`)
  const planned = planTable()
  console.log(planned.table)
  const alike = scaleTable()
  console.log(`\n${alike.table}`)
  return planned.isWithinBudget && alike.isWithinBudget ? 0 : 1
}
