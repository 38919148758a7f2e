import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countVitest } from './vitest-count.mjs'

function count(report: object, exitCode: number) {
  const path = join(mkdtempSync(join(tmpdir(), 'minuta-count-')), 'result.json')
  writeFileSync(path, JSON.stringify(report))
  return countVitest(path, exitCode)
}

test('counts passed, failed and skipped tests', () => {
  const report = { numPassedTests: 5, numFailedTests: 2, numPendingTests: 1, numTodoTests: 1 }
  expect(count(report, 1)).toEqual({ passed: 5, failed: 2, skipped: 2 })
})

test('a run that fails outside any test counts as one failure', () => {
  expect(count({ numPassedTests: 5, numFailedTests: 0 }, 1)).toMatchObject({ passed: 5, failed: 1 })
})

test('a run without any test counts as one failure', () => {
  expect(count({ numPassedTests: 0, numFailedTests: 0 }, 0)).toMatchObject({ failed: 1 })
})

test('a run that left no report counts as one failure', () => {
  expect(countVitest('/nowhere/result.json', 0)).toEqual({ passed: 0, failed: 1, skipped: 0 })
})
