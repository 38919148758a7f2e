import { readFileSync } from 'node:fs'

/**
 * Counts one Vitest run from its JSON report and exit code. A run never counts as clean by accident:
 * no report, no executed test, or a failure outside any test is one failure.
 */
export function countVitest(reportPath, exitCode) {
  let report
  try {
    report = JSON.parse(readFileSync(reportPath, 'utf8'))
  } catch {
    return { passed: 0, failed: 1, skipped: 0 }
  }
  const passed = report.numPassedTests ?? 0
  const failed = report.numFailedTests ?? 0
  const skipped = (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0)
  const hiddenFailure = failed === 0 && (exitCode !== 0 || passed === 0)
  return { passed, failed: hiddenFailure ? 1 : failed, skipped }
}
