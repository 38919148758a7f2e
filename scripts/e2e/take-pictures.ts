import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { projectRoot } from '../setup/project-root.mjs'
import { MeetingPeople } from './testing/meeting-people.ts'

// npm run pictures: the pictures of README.md, of the built product and its sample meeting.

const folder = join(projectRoot, 'scripts', 'e2e', 'pictures')
const people = await MeetingPeople.open()
const base = `${people.server.url}/m/berlin-2013`
const wide = { viewport: { width: 1440, height: 900 } }

async function take(page: Page, name: string): Promise<void> {
  await page.evaluate(() => document.fonts.ready)
  await page.waitForLoadState('networkidle')
  await page.screenshot({ path: join(folder, `${name}.png`) })
  console.log(`${name}.png`)
}

async function open(page: Page, path: string, ready: string): Promise<void> {
  await page.goto(base + path)
  await page.locator(ready).first().waitFor()
}

const chair = await people.chair()
await chair.setViewportSize(wide.viewport)
await open(chair, '', '.agenda')
const kaya = await people.member('a-kaya', wide)
const moreau = await people.member('l-moreau', wide)
await open(moreau, '/topics/t1', '.note-line')
await moreau.locator('.note-text', { hasText: 'Les États' }).click()
await open(kaya, '/topics/t1', '.note-line')
await kaya.locator('.note-text').last().click()
await kaya.keyboard.press('Control+End')
await kaya.keyboard.press('Control+Enter')
await kaya.keyboard.type('ne')
await moreau.keyboard.press('ArrowLeft')
await take(kaya, 'notes')
await kaya.keyboard.press('Escape')
await take(chair, 'overview')

await open(moreau, '/topics/t1', '.note-line')
await moreau.locator('.note-text').first().click()
await moreau.keyboard.press('Alt+a')
await take(moreau, 'authorship')

await open(moreau, '/topics/t1', '.note-line')
await moreau.locator('.note-text').first().click()
await moreau.keyboard.press('Home')
await moreau.keyboard.press('Shift+End')
await moreau.keyboard.press('Control+Alt+m')
await moreau.locator('textarea').fill('Is this the wording of the written statement too?')
await moreau.keyboard.press('Control+Enter')
await moreau.locator('article.thread').waitFor()
await take(moreau, 'comments')

const virtanen = await people.member('e-virtanen', wide)
await open(virtanen, '/words', '.own-row')
await take(virtanen, 'own-words')

await open(chair, '/merge', '.merge-list')
await take(chair, 'merge')
await chair.getByRole('button', { name: 'Confirm merge' }).click()
await open(chair, '/draft', '.draft-item')
await chair.locator('.draft-item').first().click()
await take(chair, 'draft')
await chair.goto(`${chair.url()}?export=1`)
await chair.getByRole('dialog').waitFor()
await take(chair, 'export')

await languageOf(kaya, 'ar')
await open(kaya, '/topics/t1', '.note-line')
await take(kaya, 'notes-arabic')
await languageOf(kaya, 'en')
await kaya.emulateMedia({ colorScheme: 'dark' })
await open(kaya, '/topics/t1', '.note-line')
await take(kaya, 'notes-dark')
await kaya.emulateMedia({ colorScheme: 'light' })
await kaya.setViewportSize({ width: 390, height: 844 })
await open(kaya, '/topics/t1', '.note-line')
await take(kaya, 'notes-phone')
await open(kaya, '/draft', '.draft-item')
await take(kaya, 'draft-phone')
await people.close()

async function languageOf(page: Page, language: string): Promise<void> {
  await page.evaluate((chosen) => localStorage.setItem('minuta.language', chosen), language)
}
