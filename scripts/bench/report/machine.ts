import { execFileSync } from 'node:child_process'
import { cpus, loadavg, totalmem } from 'node:os'

/** Says on what the figures were taken: they mean nothing without it. */
export function machineLine(): string {
  const gib = Math.round(totalmem() / 2 ** 30)
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim()
  const load = (loadavg()[0] as number).toFixed(1)
  return `${cpus().length} × ${cpus()[0]?.model ?? 'CPU'}, ${gib} GiB, Node ${process.version}, ${commit}, load at start ${load}`
}
