import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import type { Browser, Download, Locator } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { DraftMeeting } from './testing/draft-meeting.ts'
import type { DraftPerson } from './testing/draft-person.ts'

const MANDATE = 'States should set out the mandate of the national rapporteur'

let browser: Browser
let meeting: DraftMeeting
let ann: DraftPerson

beforeAll(async () => {
  browser = await launchBrowser()
})

afterAll(() => browser.close())

beforeEach(async () => {
  meeting = await DraftMeeting.start(browser)
  ann = await meeting.person('A. Kaya', 'rapporteur')
  await ann.mergeAll()
  await ann.openDraft('?export=1')
  await preview(ann).getByText(MANDATE).waitFor()
})

afterEach(async () => expect(await meeting.close()).toEqual([]))

function preview({ page }: DraftPerson): Locator {
  return page.getByRole('region', { name: 'Preview' })
}

async function choose({ page }: DraftPerson, label: string, option: string): Promise<void> {
  await page.getByRole('button', { name: label }).click()
  await page.getByRole('option', { name: option }).click()
}

async function download({ page }: DraftPerson, button: string): Promise<Download> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ])
  return file
}

/** Reads the words of a Word file, and everything else in it as text. */
async function unzip(file: Download): Promise<{ words: string; everything: string }> {
  const parts = unzipSync(readFileSync(await file.path()))
  const everything = Object.values(parts).map((part) => strFromU8(part))
  const words = strFromU8(parts['word/document.xml'] ?? new Uint8Array())
  return { words: words.replaceAll(/<[^>]+>/g, ''), everything: everything.join('\n') }
}

test('[EX1] the Word file names countries when that was chosen, and nobody when it was not', async () => {
  const nameless = await download(ann, 'Download Word')
  expect(nameless.suggestedFilename()).toMatch(/\.docx$/)
  const silent = await unzip(nameless)
  expect(silent.words).toContain(MANDATE)
  for (const name of ['Finland', 'Nigeria', 'A. Kaya', 'L. Moreau'])
    expect(silent.everything).not.toContain(name)

  await choose(ann, 'Who is named', 'Country')
  await preview(ann).getByText('(Finland)').waitFor()
  const named = await unzip(await download(ann, 'Download Word'))
  expect(named.words).toContain('without prior approval (Finland).')
  expect(named.words).toContain('(Nigeria)')
  expect(named.everything).not.toContain('A. Kaya')
})

test('a cap of the chair’s is explained where the level is chosen', async () => {
  await ann.page.getByText('The document names no mechanism, no country and no region.').waitFor()
  await choose(ann, 'Who is named', 'Country')
  await ann.page.getByText('topic 5 at “Several participants”').waitFor()
})

test('[EX3] the preview has the document’s own language and numbers, and follows the draft', async () => {
  await choose(ann, 'Language of headings and names', 'Français')
  await preview(ann).getByText('Recommandations', { exact: true }).waitFor()
  const ben = await meeting.person('L. Moreau', 'rapporteur')
  await ben.openDraft()
  await ben.clickEnd(ben.items().nth(0))
  await ben.type(' <img src=x onerror=alert(1)>')
  await preview(ann).getByText('<img src=x onerror=alert(1)>').waitFor()
  expect(await preview(ann).locator('img, script').count()).toBe(0)
})

test('the choice is remembered for the meeting, and Text downloads as Markdown', async () => {
  await ann.page.getByText('Text', { exact: true }).click()
  await choose(ann, 'Who is named', 'Country')
  await ann.page.reload()
  const file = await download(ann, 'Download text')
  expect(file.suggestedFilename()).toMatch(/\.md$/)
  expect(readFileSync(await file.path(), 'utf8')).toContain('(Finland)')
})

test('[EX6] the length stands beside what a report may be', async () => {
  await ann.page.getByText(/^\d+ of 10,700 words$/).waitFor()
})

test('a file that is not made says why, and the next try makes it', async () => {
  const answers = [503, 503, 503]
  await ann.page.route('**/export?format=docx*', (route) => {
    const status = answers.shift()
    return status === undefined ? route.continue() : route.fulfill({ status, json: {} })
  })
  await ann.page.getByRole('button', { name: 'Download Word' }).click()
  await ann.page.getByText('The file was not made. Something went wrong on the server.').waitFor()
  answers.length = 0
  expect((await download(ann, 'Download Word')).suggestedFilename()).toMatch(/\.docx$/)
})

test('Escape closes it, over whatever page it was opened, and who may not export is told who does', async () => {
  await ann.press('Escape')
  await ann.page.getByRole('dialog').waitFor({ state: 'detached' })
  expect(ann.page.url()).toMatch(/\/draft$/)
  const kim = await meeting.person('K. Lind', 'observer')
  await kim.goTo('draft?export=1')
  await kim.page.getByText('The chair and the rapporteurs export the draft.').waitFor()
})

test.each([
  ['light', 1440, 'en'],
  ['dark', 390, 'ar'],
] as const)('axe finds nothing, %s at %d in %s', async (colorScheme, width, language) => {
  const options = { colorScheme, viewport: { width, height: 900 }, language }
  const person = await meeting.person('A. Kaya', 'rapporteur', options)
  await person.openDraft('?export=1')
  await person.page.locator('.report').getByText(MANDATE).waitFor()
  expect(await seriousFaults(person.page)).toEqual([])
})
