import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { parseArgs } from 'node:util'
import { ensureBuilt } from '../../setup/build.mjs'
import { projectRoot } from '../../setup/project-root.mjs'
import { contenders } from '../contenders/contender.ts'
import { copyMinuta, installPeers } from '../contenders/install-peers.ts'
import { machineLine } from '../report/machine.ts'
import { fanout } from './fanout.ts'
import { hostileScenarios } from './hostile.ts'
import { joining } from './join.ts'
import { kills } from './kills.ts'
import { rooms } from './rooms.ts'
import { type Run, runScenario } from './run-scenario.ts'
import { saturation } from './saturation.ts'
import type { Scenario } from './scenario.ts'

const scenarios: readonly Scenario[] = [
  fanout(200),
  fanout(500),
  saturation,
  joining,
  rooms,
  kills,
  ...hostileScenarios,
]

/** Runs the scenarios that the arguments name, or all; gives the exit code: 1 when a budget was missed. */
export async function benchSync(args: readonly string[]): Promise<number> {
  const { chosen, run, asBuilt } = readArguments(args)
  leaveNothing(run.setting.workFolder)
  await installPeers()
  if (!asBuilt && !(await ensureBuilt())) return 1
  copyMinuta()
  const tables: string[] = [machineLine()]
  let missed = 0
  for (const scenario of chosen) {
    const outcome = await runScenario(scenario, run)
    tables.push(outcome.markdown)
    missed += outcome.missed
  }
  if (run.setting.quick) tables.push('A quick run: it shows that everything runs; its figures mean nothing.')
  console.log(`\n${tables.join('\n\n')}`)
  return missed > 0 && !run.setting.quick ? 1 : 0
}

/** However the run ends, its data folders go. */
function leaveNothing(workFolder: string): void {
  process.once('exit', () => rmSync(workFolder, { recursive: true, force: true }))
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))
}

function readArguments(args: readonly string[]): {
  chosen: readonly Scenario[]
  run: Run
  /** Measures dist as it stands. */
  asBuilt: boolean
} {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      quick: { type: 'boolean', default: false },
      'as-built': { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
      kills: { type: 'string', default: '10' },
      trace: { type: 'string', default: join(projectRoot, '../shared/traces/automerge-paper.json.gz') },
    },
  })
  const only = values.only?.split(',').map((name) => name.trim()) ?? null
  for (const wanted of positionals)
    if (!scenarios.some(({ name }) => isOf(name, wanted))) refuse(wanted, scenarios)
  for (const wanted of only ?? [])
    if (!contenders.some(({ name }) => name === wanted)) refuse(wanted, contenders)
  const setting = {
    quick: values.quick,
    kills: Number(values.kills),
    trace: values.trace,
    workFolder: mkdtempSync(join(tmpdir(), 'minuta-bench-')),
    say: (line: string) => console.error(line),
  }
  const rounds = values.rounds === undefined ? null : Number(values.rounds)
  const chosen = scenarios.filter(
    ({ name }) => positionals.length === 0 || positionals.some((wanted) => isOf(name, wanted)),
  )
  return { chosen, run: { rounds, only, setting }, asBuilt: values['as-built'] }
}

/** `hostile` names all of its attacks, `hostile-garbage` one. */
function isOf(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}-`)
}

function refuse(unknown: string, known: readonly { readonly name: string }[]): never {
  throw new Error(`There is no ${unknown}. There are: ${known.map(({ name }) => name).join(', ')}.`)
}
