import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { inList, makeDocx, NUMBERING, paragraph, run } from '../../server/statements/testing/make-docx.ts'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { startBuiltServer } from './testing/built-server.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import type { NotesPerson } from './testing/notes-person.ts'

let browser: Browser
let meeting: NotesMeeting
let ann: NotesPerson

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  ann = await meeting.open(browser, 'l-moreau', 't1')
})

afterAll(async () => {
  await meeting?.close()
  await browser?.close()
})

afterEach(() => expect(ann.faults).toEqual([]))

const STATEMENT = makeDocx(
  `<w:p><w:pPr><w:outlineLvl w:val="0"/></w:pPr>${run('Statement of the delegation')}</w:p>` +
    paragraph('Cases have doubled since 2010.', inList(1)) +
    `<w:p><w:pPr>${inList(1)}</w:pPr>${run('States ')}${run('should', '<w:b/>')}${run(' share their data.')}</w:p>` +
    paragraph('Shelters are full.', inList(1)),
  { numbering: NUMBERING, header: paragraph('Check against delivery') },
)

interface TestFile {
  readonly name: string
  readonly bytes: Uint8Array
}

function choose(person: NotesPerson, { name, bytes }: TestFile): Promise<void> {
  const file = { name, mimeType: 'application/octet-stream', buffer: Buffer.from(bytes) }
  return person.page.locator('input[type=file]').setInputFiles(file)
}

/** Drags a file over the page and lets it go; between the two, `look`. */
async function drop(
  person: NotesPerson,
  { name, bytes }: TestFile,
  look: () => Promise<void>,
): Promise<void> {
  const { page } = person
  const transfer = await page.evaluateHandle(
    ([name, content]) => {
      const transfer = new DataTransfer()
      transfer.items.add(new File([new Uint8Array(content)], name))
      return transfer
    },
    [name, [...bytes]] as const,
  )
  await page.dispatchEvent('.notes-text', 'dragenter', { dataTransfer: transfer })
  await page.dispatchEvent('.notes-text', 'dragover', { dataTransfer: transfer })
  await look()
  await page.dispatchEvent('.notes-text', 'drop', { dataTransfer: transfer })
}

const dialog = (person: NotesPerson) => person.page.getByRole('dialog')
const button = (person: NotesPerson, name: string) => dialog(person).getByRole('button', { name })

async function insert(person: NotesPerson, speaker: string): Promise<void> {
  const field = dialog(person).getByRole('combobox')
  await field.click()
  await field.pressSequentially(speaker)
  await field.press('Enter')
  await button(person, 'Insert as one intervention').click()
  await dialog(person).waitFor({ state: 'detached' })
}

describe('a Word document', () => {
  it('[EX7] is dropped, looked through, inserted under its speaker, tagged by keys in one pass and taken back', async () => {
    const ben = await meeting.open(browser, 's-petrov', 't1')
    await ann.clickEnd()
    const before = await ann.lines()
    await drop(ann, { name: 'statement.docx', bytes: STATEMENT }, async () => {
      await ann.page.locator('.statement-drop').waitFor()
    })
    await dialog(ann).getByText('It becomes 4 passages').waitFor()
    expect(await dialog(ann).locator('.statement-line').allTextContents()).toEqual([
      'Statement of the delegation',
      '1. Cases have doubled since 2010.',
      '2. States should share their data.',
      '3. Shelters are full.',
    ])
    expect(await dialog(ann).locator('.statement-left').textContent()).toContain('Check against delivery')
    expect(await seriousFaults(ann.page)).toEqual([])
    await insert(ann, 'neth')

    await ann.press('ArrowDown', 't', 'ArrowDown', 'r', 'ArrowDown', 'c')
    const tagged = [
      { speaker: 'Netherlands', kind: '', text: 'Statement of the delegation' },
      { speaker: '', kind: 'Trend', text: '1. Cases have doubled since 2010.' },
      { speaker: '', kind: 'Recommendation', text: '2. States should share their data.' },
      { speaker: '', kind: 'Challenge', text: '3. Shelters are full.' },
    ]
    await ann.endsWith(...tagged)
    await ben.endsWith(...tagged)
    expect(await ben.page.locator('.note-text strong').last().textContent()).toBe('should')

    await ann.press('Enter', 'Control+Z', 'Control+Z', 'Control+Z')
    await ann.endsWith(...tagged.map((line) => ({ ...line, kind: '' })))
    await ann.press('Control+Z')
    await expect.poll(() => ann.lines()).toEqual(before)
    await expect.poll(() => ben.lines()).toEqual(before)
    expect(await ben.close()).toEqual([])
  })

  it('is chosen from the device; its numbers can be left; Undo in the toast takes all of it back', async () => {
    await ann.clickEnd()
    const before = await ann.lines()
    await choose(ann, { name: 'statement.docx', bytes: STATEMENT })
    await dialog(ann).getByText('Keep the paragraphs’ numbers').click()
    await insert(ann, 'chair')
    await ann.endsWith({ text: 'States should share their data.' }, { text: 'Shelters are full.' })
    await ann.page.locator('.toast').getByRole('button', { name: 'Undo' }).click()
    await expect.poll(() => ann.lines()).toEqual(before)
  })

  it('goes to the end of the notes where the caret was never put, and leaves interventions as they are', async () => {
    const other = await meeting.open(browser, 'l-moreau', 't1')
    const before = await other.lines()
    await choose(other, { name: 'notes.md', bytes: new TextEncoder().encode('# Said\n\n1. *One*\n2. Two\n') })
    await dialog(other).getByText('It goes to the end of the notes.').waitFor()
    await button(other, 'Insert as one intervention').click()
    await other.endsWith({ speaker: 'Who speaks?', text: 'Said' }, { text: '1. One' }, { text: '2. Two' })
    const after = await other.lines()
    expect(after.slice(0, before.length)).toEqual(before)
    await other.press('Control+Z')
    await expect.poll(() => other.lines()).toEqual(before)
    expect(await other.close()).toEqual([])
  })
})

describe('a file that can’t be read', () => {
  const lie = new Uint8Array(STATEMENT)
  // The directory says that an entry unpacks to 4 GB.
  const directory = Buffer.from(lie.buffer).indexOf(Buffer.from([0x50, 0x4b, 1, 2]))
  lie.set([0xff, 0xff, 0xff, 0xef], directory + 24)

  it.each([
    ['bomb.docx', lie, 'far more in this file'],
    ['cut.docx', STATEMENT.slice(0, 500), 'damaged'],
    ['paper.pdf', new TextEncoder().encode('%PDF-1.7 nothing'), 'not a Word document'],
    ['empty.txt', new Uint8Array(), 'no text in this file'],
  ])(
    '[EX7] %s is refused in words that say what to do, and the notes stay as they are',
    async (name, bytes, words) => {
      const before = await ann.lines()
      await choose(ann, { name, bytes })
      await dialog(ann).getByRole('alert').getByText(words).waitFor()
      expect(await button(ann, 'Insert as one intervention').count()).toBe(0)
      await button(ann, 'Cancel').click()
      await dialog(ann).waitFor({ state: 'detached' })
      expect(await ann.lines()).toEqual(before)
    },
  )

  it('without a connection stays chosen, and is read when it is back', async () => {
    const { page } = ann
    await page.context().setOffline(true)
    await choose(ann, { name: 'a.txt', bytes: new TextEncoder().encode('1. First\n2. Second') })
    await dialog(ann).getByRole('alert').getByText('You are offline').waitFor()
    await page.context().setOffline(false)
    await button(ann, 'Try again').click()
    await dialog(ann).getByText('It becomes 2 passages').waitFor()
    await button(ann, 'Cancel').click()
    await ann.status('All changes saved')
  })
})

it('[EX7] the server as it is built reads files in its thread too', async () => {
  const server = await startBuiltServer({ SAMPLE: 'on' })
  try {
    const post = (
      path: string,
      cookie: string,
      type: string,
      body: string | Uint8Array,
    ): Promise<Response> => {
      const headers = { origin: server.url, cookie, 'content-type': type }
      return fetch(`${server.url}/api${path}`, { method: 'POST', headers, body: Buffer.from(body) })
    }
    const token = server.chairLink?.split('/').at(-1)
    const signedIn = await post('/sign-in', '', 'application/json', JSON.stringify({ token }))
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const path = '/meetings/berlin-2013/topics/t1/statements?name=statement.docx'
    const answer = await post(path, cookie, 'application/octet-stream', STATEMENT)
    expect([answer.status, await answer.text()]).toEqual([200, expect.stringContaining('Shelters are full.')])
  } finally {
    await server.stop()
  }
})

describe('pasting', () => {
  const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15"></head><body lang=EN-GB><!--StartFragment-->
<h2>Our position<o:p></o:p></h2>
<p class=MsoNormal>We <b>welcome</b> the <span style='font-style:italic'>report</span>.<o:p></o:p></p>
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>4.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span><![endif]>States should act.<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l1 level2 lfo2'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span>&nbsp;&nbsp; </span></span></span><![endif]>with partners<o:p></o:p></p>
<p class=MsoNormal>A chart: <!--[if gte vml 1]><v:shape/><![endif]--><![if !vml]><img width=10 src="file:///C:/x.png"><![endif]></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>2012</p></td><td><p class=MsoNormal>17 cases</p></td></tr></table>
<!--EndFragment--></body></html>`

  it('[EX7] from Word keeps headings, lists, numbers and looks under the speaker who has the floor, in one undo', async () => {
    await ann.clickEnd()
    await ann.press('Control+Enter', 'n', 'e', 't', 'h', 'Enter')
    await ann.endsWith({ speaker: 'Netherlands', text: '' })
    const before = await ann.lines()
    await ann.page.evaluate((html) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
      document.querySelector('.notes-text')?.dispatchEvent(event)
    }, WORD)
    await ann.endsWith(
      { speaker: 'Netherlands', text: 'Our position' },
      { speaker: '', text: 'We welcome the report.' },
      { speaker: '', text: '4. States should act.' },
      { speaker: '', text: 'with partners' },
      { speaker: '', text: 'A chart:' },
      { speaker: '', text: '2012 17 cases' },
    )
    const html = await ann.page.locator('.notes-text').innerHTML()
    expect(html).toContain('<strong>welcome</strong>')
    expect(html).toContain('<em>report</em>')
    expect(html).toMatch(/data-type="bullet"[^>]*data-depth="1"|data-depth="1"[^>]*data-type="bullet"/)
    await ann.page.locator('.toast').getByText('1 image was not taken over. 1 table').waitFor()
    await ann.press('Control+Z')
    await expect.poll(() => ann.lines()).toEqual(before)
    await ann.press('Control+Z')
  })
})

describe('who may', () => {
  it('a member who only reads is offered no import', async () => {
    const reader = await meeting.open(browser, 'n-gruber', 't1')
    expect(await reader.page.getByRole('button', { name: 'Import statement…' }).count()).toBe(0)
    expect(await reader.page.locator('input[type=file]').count()).toBe(0)
    expect(await reader.close()).toEqual([])
  })

  it('on a phone the whole way is there, and nothing scrolls sideways', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
    const thumb = await meeting.open(browser, 'l-moreau', 't1', phone)
    await thumb.page.getByRole('button', { name: 'Import statement…' }).waitFor()
    await choose(thumb, { name: 'statement.docx', bytes: STATEMENT })
    await dialog(thumb).getByText('It becomes 4 passages').waitFor()
    expect(await seriousFaults(thumb.page)).toEqual([])
    expect(await thumb.page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
    await insert(thumb, 'neth')
    await thumb.endsWith({ text: '3. Shelters are full.' })
    await thumb.page.locator('.phone-bar').getByRole('button', { name: 'Undo' }).tap()
    await expect.poll(() => thumb.count('Shelters are full.')).toBe(0)
    expect(await thumb.close()).toEqual([])
  })
})
