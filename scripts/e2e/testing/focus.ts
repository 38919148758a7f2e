import type { Locator } from 'playwright-core'
import { expect } from 'vitest'

/** Waits until the focus is in a part of the page, so that the next key goes there. */
export async function focusIsIn(part: Locator): Promise<void> {
  await expect.poll(() => part.evaluate((each) => each.contains(document.activeElement))).toBe(true)
}
