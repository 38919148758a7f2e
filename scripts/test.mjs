// `npm test`: every check and every test, each step named, none skipped because an earlier one failed.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt } from './setup/build.mjs'
import { ensureChromium, findChromium } from './setup/chromium.mjs'
import { ensureInstalled } from './setup/install.mjs'
import { requireNodeVersion } from './setup/node-version.mjs'
import { runTool } from './setup/run-command.mjs'
import { countVitest } from './setup/vitest-count.mjs'

requireNodeVersion()
if (!(await ensureInstalled())) {
  console.log('\n0 passed, 1 failed')
  process.exit(1)
}

const total = { passed: 0, failed: 0, skipped: 0 }
const failedSteps = []

await check('Chromium is there', ensureChromium)
await check('Build', ensureBuilt)
await check('Format and lint (Biome)', () =>
  tool('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.'),
)
await check('Types (tsc)', () => tool('typescript/bin/tsc', '--noEmit'))
await check('Layers and file lengths', () => tool('tsx/dist/cli.mjs', 'scripts/check/main.ts'))
await check('Nothing unused (knip)', () => tool('knip/bin/knip.js', '--no-progress'))
await vitest('Unit tests', 'unit')
await vitest('Browser tests', 'browser')

if (failedSteps.length > 0) console.log(`\nFailed: ${failedSteps.join(', ')}`)
const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : ''
console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`)
process.exitCode = total.failed > 0 ? 1 : 0

async function check(name, step) {
  console.log(`\n=== ${name}`)
  const passed = await step()
  total[passed ? 'passed' : 'failed'] += 1
  if (passed) console.log(`ok: ${name}`)
  else report(name)
}

/** Each test counts as one; a run that fails in any other way, or runs nothing, counts as one failure. */
async function vitest(name, project) {
  console.log(`\n=== ${name}`)
  const folder = mkdtempSync(join(tmpdir(), 'minuta-vitest-'))
  const json = join(folder, 'result.json')
  const args = ['run', '--config', 'scripts/vitest.config.ts', '--project', project]
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${json}`]
  const code = await run('vitest/vitest.mjs', [...args, ...reporters], {
    CHROMIUM_PATH: findChromium() ?? '',
  })
  const count = countVitest(json, code)
  rmSync(folder, { recursive: true, force: true })
  for (const key of Object.keys(total)) total[key] += count[key]
  if (count.failed > 0) report(name)
}

function report(name) {
  failedSteps.push(name)
  console.log(`FAILED: ${name}`)
}

async function tool(script, ...args) {
  return (await run(script, args)) === 0
}

function run(script, args, env) {
  return runTool(script, args, env)
}
