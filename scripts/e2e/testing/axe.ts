import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** Gives what axe finds serious or critical on a page: one line for each rule and element. */
export async function seriousFaults(page: Page): Promise<string[]> {
  // What was read aloud stands out of sight for some seconds more; its label may have gone with a dialog.
  await page.waitForFunction(() => document.querySelector('[data-live-announcer] [role=img]') === null)
  // What fades in is not in its colours yet.
  await page.waitForFunction(() => document.querySelector('[data-entering], [data-exiting]') === null)
  // By way of the debugger: the page's own policy lets no foreign script in.
  await page.evaluate(axe.source)
  return page.evaluate(async () => {
    type Found = {
      violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[]
    }
    const { axe: injected } = window as unknown as { axe: { run(): Promise<Found> } }
    const { violations } = await injected.run()
    return violations
      .filter(({ impact }) => impact === 'serious' || impact === 'critical')
      .flatMap(({ id, nodes }) => nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`))
  })
}
