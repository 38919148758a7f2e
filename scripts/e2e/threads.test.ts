import type { Browser, BrowserContextOptions } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { seriousFaults } from './testing/axe.ts'
import { launchBrowser } from './testing/browser.ts'
import { NotesMeeting } from './testing/notes-meeting.ts'
import { ThreadPerson } from './testing/thread-person.ts'

const POLL = { timeout: 10_000, interval: 30 }

let browser: Browser
let meeting: NotesMeeting
/** Two rapporteurs of topic 2 and a participant, on their pages from the first test to the last. */
let ann: ThreadPerson
let ben: ThreadPerson
let nora: ThreadPerson
/** Who has come for one test. */
const here: ThreadPerson[] = []

beforeAll(async () => {
  browser = await launchBrowser()
  meeting = await NotesMeeting.start()
  await meeting.asChair('members/a-kaya', 'PATCH', { topics: ['t1', 't2', 't3', 't4'] })
  ann = new ThreadPerson(await meeting.open(browser, 'l-moreau', 't2'))
  ben = new ThreadPerson(await meeting.open(browser, 'a-kaya', 't2'))
  nora = new ThreadPerson(await meeting.open(browser, 'n-gruber', 't2'))
}, 60_000)

afterAll(async () => {
  for (const { notes } of [ann, ben, nora]) await notes.close()
  await meeting.close()
  await browser.close()
})

afterEach(async () => {
  for (const { notes } of here.splice(0)) expect(await notes.close()).toEqual([])
  expect([...ann.notes.faults, ...ben.notes.faults, ...nora.notes.faults]).toEqual([])
})

async function open(
  member: string,
  topic = 't2',
  options: BrowserContextOptions = {},
  language = 'en',
): Promise<ThreadPerson> {
  const person = new ThreadPerson(await meeting.open(browser, member, topic, options, language))
  here.push(person)
  return person
}

/** Ann types a line of its own at the end of the notes, and the others see it. */
async function line(words: string): Promise<void> {
  await ann.notes.clickEnd()
  await ann.notes.press('Enter')
  await ann.notes.type(words)
  await Promise.all([ben.notes.sees(words), nora.notes.sees(words)])
}

/** Down, line by line, until a reader has chosen this one. */
async function chooseLine(reader: ThreadPerson, words: string): Promise<void> {
  const chosen = (): Promise<string> => reader.page.evaluate(() => String(getSelection()))
  for (let left = await reader.page.locator('.note-line').count(); left > 0; left--) {
    if ((await chosen()) === words) return
    await reader.page.keyboard.press('ArrowDown')
  }
  expect(await chosen()).toBe(words)
}

describe('[TH1] a comment on words of the notes', () => {
  it('stands beside its passage, which is marked, and others see it live', async () => {
    await line('Victims are referred late to services.')
    await ann.comment('referred late', 'How late, in days?')
    await ann.marks('How late, in days?', 'referred late')
    await ben.marks('How late, in days?', 'referred late')
    const thread = await ben.open('How late, in days?')
    await expect.poll(() => thread.locator('.comment-waiting').count(), POLL).toBe(0)
    const beside = await ben.page.evaluate(() => {
      const mark = document.querySelector('.comment-mark-selected')?.getBoundingClientRect()
      const card = document.querySelector('.thread[data-selected]')?.getBoundingClientRect()
      return {
        apart: Math.abs((mark?.top ?? 0) - (card?.top ?? 0)),
        after: (card?.left ?? 0) > (mark?.right ?? 0),
      }
    })
    expect(beside.apart).toBeLessThan(40)
    expect(beside.after).toBe(true)
  })

  it('two first comments at once are two comments', async () => {
    await line('Two people ask the same thing at once.')
    await Promise.all([
      ann.comment('the same thing', 'Ann asks first.'),
      ben.comment('the same thing', 'Ben asks first.'),
    ])
    for (const person of [ann, ben, nora]) {
      await person.thread('Ann asks first.').waitFor()
      await person.thread('Ben asks first.').waitFor()
    }
  })

  it('a participant comments without any right to edit', async () => {
    await line('The question was put by Parliament.')
    expect(await nora.page.locator('.notes-text').getAttribute('contenteditable')).toBe('false')
    await nora.comment('by Parliament', 'By our own parliament.')
    await ann.marks('By our own parliament.', 'by Parliament')
    const head = ann.thread('By our own parliament.').locator('.comment-head').first()
    expect(await head.textContent()).toContain('N. Gruber')
  })

  it('by keys alone: a line is chosen, commented, left and found again', async () => {
    await line('A line that is only read.')
    await nora.page.locator('.notes-text').focus()
    await chooseLine(nora, 'A line that is only read.')
    await nora.page.keyboard.press('Control+Alt+m')
    const field = nora.page.locator('textarea[aria-label="New comment"]')
    await expect.poll(() => field.evaluate((each) => each === document.activeElement), POLL).toBe(true)
    await nora.page.keyboard.type('Chosen by keys, for @aus')
    await nora.page.getByRole('option', { name: 'Austria' }).waitFor()
    expect(await field.getAttribute('aria-activedescendant')).not.toBeNull()
    await nora.page.keyboard.press('Enter')
    await nora.page.keyboard.press('Escape')
    await expect
      .poll(() => nora.page.evaluate(() => document.activeElement?.className), POLL)
      .toContain('notes-text')
    await field.focus()
    await nora.page.keyboard.press('Control+Enter')
    await nora.marks('Chosen by keys', 'A line that is only read.')
    const mention = ann.thread('Chosen by keys').locator('.comment-mention')
    await mention.waitFor()
    expect(await mention.textContent()).toBe('@Austria')
    // From the text to the panel, and from thread to thread.
    await nora.page.locator('aside.panel').focus()
    await nora.page.keyboard.press('n')
    const focused = () => nora.page.evaluate(() => document.activeElement?.getAttribute('data-thread-card'))
    await expect.poll(focused, POLL).not.toBeNull()
    const first = await focused()
    await nora.page.keyboard.press('Shift+n')
    await expect.poll(focused, POLL).not.toBe(first)
  })
})

describe('[TH1] an anchor', () => {
  it('survives a split, a join and another’s typing round it', async () => {
    await line('The anchor holds its words whatever happens.')
    await ben.comment('holds its words', 'Does it?')
    await ben.marks('Does it?', 'holds its words')
    await ann.notes.clickEnd('whatever happens.')
    await ann.notes.type(' Truly.')
    await caretBefore(ann, 'The anchor')
    await ann.notes.type('Look: ')
    await caretBefore(ann, 'whatever')
    await ann.notes.press('Enter')
    await ben.notes.sees('whatever happens. Truly.')
    await ben.marks('Does it?', 'holds its words')
    await ann.notes.press('Backspace')
    await ben.notes.sees('Look: The anchor holds its words whatever happens. Truly.')
    await ben.marks('Does it?', 'holds its words')
    await ann.marks('Does it?', 'holds its words')
  })

  it('follows its words when they are cut and pasted elsewhere', async () => {
    await line('Words on the move go here, and the rest stays.')
    await ben.comment('on the move', 'Where do they go?')
    await ann.marks('Where do they go?', 'on the move')
    await line('This is where they go: ')
    await ann.select('Words on the move go here')
    await ann.notes.press('Control+x')
    await ann.notes.clickEnd('This is where they go:')
    await ann.notes.press('Control+v')
    await ben.notes.sees('they go: Words on the move go here')
    await ben.marks('Where do they go?', 'on the move')
  })

  it('whose passage is deleted is detached: its thread stays, with its quote', async () => {
    await line('This sentence will not stay.')
    await ben.comment('will not stay', 'A pity.')
    await ben.marks('A pity.', 'will not stay')
    await ann.notes.clickEnd()
    for (let key = 0; key < 'This sentence will not stay.'.length; key++) await ann.notes.press('Backspace')
    await ben.page.locator('.thread-filter', { hasText: 'Detached 1' }).waitFor()
    await ben.show('Detached')
    const thread = ben.thread('A pity.')
    await thread.waitFor()
    expect(await thread.locator('.thread-quote').textContent()).toBe('will not stay')
    await ben.show('Open')
  })
})

describe('[TH2] a thread', () => {
  it('is answered, edited, deleted with a stub, resolved and reopened, for everybody', async () => {
    await line('A thread with a life of its own.')
    await nora.comment('a life of its own', 'First wrods.')
    await ann.open('First wrods.')
    await ann.write('Reply', 'An answer.')
    const thread = await nora.open('First wrods.')
    await thread.locator('.comment').filter({ hasText: 'An answer.' }).waitFor()

    await thread.locator('.comment-menu').first().click()
    await nora.page.getByRole('menuitem', { name: 'Edit' }).click()
    await nora.page.locator('textarea[aria-label="Your comment"]').fill('First words.')
    await nora.page.keyboard.press('Control+Enter')
    await ben.thread('First words.').waitFor()

    // Nobody changes what another wrote.
    await nora.thread('First words.').locator('.comment-menu').last().click()
    await nora.page.getByRole('menuitem', { name: 'Copy link' }).waitFor()
    expect(await nora.page.getByRole('menuitem', { name: 'Delete' }).count()).toBe(0)
    await nora.page.keyboard.press('Escape')

    const anns = await ann.open('First words.')
    await anns.getByText('An answer.').waitFor()
    await ann.choose(anns, 'Delete')
    await ann.page.getByRole('button', { name: 'Delete' }).click()
    await nora.thread('First words.').filter({ hasText: 'Comment deleted' }).waitFor()

    await anns.getByRole('button', { name: 'Resolve' }).click()
    await nora.page.locator('.thread-filter', { hasText: 'Resolved 1' }).waitFor()
    await ann.show('Resolved')
    const resolved = await ann.open('First words.')
    await resolved.getByRole('button', { name: 'Reopen' }).click()
    await nora.page.locator('.thread-filter', { hasText: 'Resolved' }).waitFor({ state: 'detached' })
    await ann.marks('First words.', 'a life of its own')
  })

  it('that is resolved while somebody answers leaves them their field, its caret and their words', async () => {
    await line('An answer takes its time.')
    await nora.comment('takes its time', 'How much time?')
    const bens = await ben.open('How much time?')
    const field = bens.locator('textarea[aria-label="Reply"]')
    await field.focus()
    const isWriting = () => field.evaluate((each) => each === document.activeElement)
    const resolves = async (act: string): Promise<void> => {
      const anns = await ann.open('How much time?')
      await anns.getByRole('button', { name: act }).click()
    }
    await resolves('Resolve')
    await bens.getByText('Resolved by').waitFor()
    expect(await isWriting()).toBe(true)
    await ben.page.keyboard.type('Until tomorrow')
    await expect.poll(() => field.inputValue(), POLL).toBe('Until tomorrow')
    await ben.notes.clickEnd()
    await bens.getByText('Resolved by').waitFor()
    expect(await field.inputValue()).toBe('Until tomorrow')
    await field.focus()
    await ben.page.keyboard.press('Control+Enter')
    await ann.show('Resolved')
    await ann.thread('How much time?').filter({ hasText: 'Until tomorrow' }).waitFor()
    await resolves('Reopen')
    await ann.thread('How much time?').getByRole('button', { name: 'Resolve' }).waitFor()
  })

  it('for the drafting group only is in nobody else’s page and in none of their rooms', async () => {
    await line('Only some may know what is said of this.')
    await ann.select('Only some')
    await ann.page.keyboard.press('Control+Alt+m')
    await ann.page.getByText('Drafting group only').click()
    await ann.write('New comment', 'A secret of the drafting group.')
    await ben.marks('A secret of the drafting group.', 'Only some')
    expect(await ben.thread('A secret').textContent()).toContain('Drafting group only')
    // What comes later than the secret is here, and the secret is not.
    await ann.comment('what is said of this', 'Everybody may read it.')
    await nora.thread('Everybody may read it.').waitFor()
    expect(await nora.page.content()).not.toContain('A secret')
    const kept = await nora.page.evaluate(async () => {
      const databases = await indexedDB.databases()
      return databases.map(({ name }) => name ?? '').filter((name) => name.includes('drafting'))
    })
    expect(kept).toEqual([])
    const answer = await nora.page.request.get(`${meeting.url}/api/meetings/berlin-2013/threads`)
    expect(await answer.text()).not.toContain('A secret')
  })

  it('a link leads to it: its passage is in sight, and it is chosen', async () => {
    await ann.notes.sees('A thread with a life of its own.')
    const id = await ann.thread('First words.').getAttribute('data-thread-card')
    const guest = await open('n-gruber', 't2')
    await guest.page.goto(`${meeting.url}/m/berlin-2013/topics/t2?panel=comments&thread=${id}`)
    await expect.poll(() => guest.thread('First words.').getAttribute('data-selected'), POLL).toBe('true')
    const isSeen = () =>
      guest.page.locator(`.thread-at-${id}`).evaluate((mark) => {
        const { top, bottom } = mark.getBoundingClientRect()
        return top > 0 && bottom < window.innerHeight
      })
    await expect.poll(isSeen, POLL).toBe(true)
  })
})

describe('[TH3] a comment', () => {
  it('that is begun survives a reload', async () => {
    await line('Something to be thought over.')
    await ben.select('thought over')
    await ben.page.keyboard.press('Control+Alt+m')
    await ben.page.locator('textarea[aria-label="New comment"]').fill('Half a thou')
    await ben.page.reload()
    const field = ben.page.locator('textarea[aria-label="New comment"]')
    await field.waitFor()
    expect(await field.inputValue()).toBe('Half a thou')
    await ben.write('New comment', 'ght.')
    await ann.marks('Half a thought.', 'thought over')
  })

  it('written without a connection waits, survives a reload and is sent once the connection is back', async () => {
    await line('Said in a cellar without a network.')
    await nora.page.context().setOffline(true)
    await nora.comment('in a cellar', 'From the cellar.')
    const waiting = nora.thread('From the cellar.').locator('.comment-waiting')
    await waiting.waitFor()
    expect(await waiting.first().textContent()).toContain('Waiting to be sent')
    // The page itself comes from the server; its requests for comments do not arrive.
    await nora.page.route('**/threads**', (route) => route.abort())
    await nora.page.context().setOffline(false)
    await nora.page.reload()
    await nora.thread('From the cellar.').locator('.comment-waiting').waitFor()
    expect(await ann.thread('From the cellar.').count()).toBe(0)
    await nora.page.unroute('**/threads**')
    await nora.page.evaluate(() => window.dispatchEvent(new Event('online')))
    await ann.marks('From the cellar.', 'in a cellar')
    await expect.poll(() => nora.thread('From the cellar.').locator('.comment-waiting').count(), POLL).toBe(0)
    await expect.poll(() => nora.thread('From the cellar.').count(), POLL).toBe(1)
  })

  it('that is refused keeps its words, says why, and is tried again or discarded', async () => {
    await line('The server will not have this.')
    const refusal = { error: { code: 'forbidden', message: 'No.', hint: '' } }
    await nora.page.route('**/threads', (route) =>
      route.request().method() === 'POST' ? route.fulfill({ status: 403, json: refusal }) : route.continue(),
    )
    await nora.comment('will not have', 'Take it.')
    const thread = nora.thread('Take it.')
    await thread.getByText('Not sent.').waitFor()
    await nora.page.unroute('**/threads')
    await thread.getByRole('button', { name: 'Try again' }).click()
    await ann.marks('Take it.', 'will not have')
  })
})

it('[TH3] a refused comment is told of on every page, which leads to its words and the ways on', async () => {
  await line('The server takes its time with this.')
  const guest = await open('n-gruber', 't2')
  const refusal = { error: { code: 'forbidden', message: 'No.', hint: '' } }
  await guest.page.route('**/threads', (route) =>
    route.request().method() === 'POST' ? route.fulfill({ status: 403, json: refusal }) : route.continue(),
  )
  await guest.comment('with this', 'Not taken at first.')
  await guest.thread('Not taken at first.').getByText('Not sent.').waitFor()
  await guest.page.goto(`${meeting.url}/m/berlin-2013`)
  const banner = guest.page.getByRole('alert').filter({ hasText: '1 comment was not sent.' })
  await banner.waitFor()
  await expect.poll(() => guest.page.locator('.status-word').getAttribute('data-word'), POLL).toBe('refused')
  await banner.getByRole('button', { name: 'Show them' }).click()
  const dialog = guest.page.getByRole('dialog')
  await dialog.getByText('Not taken at first.').waitFor()
  expect(await seriousFaults(guest.page)).toEqual([])
  await guest.page.unroute('**/threads')
  await dialog.getByRole('button', { name: 'Try again' }).click()
  await dialog.waitFor({ state: 'detached' })
  await banner.waitFor({ state: 'detached' })
  await ann.marks('Not taken at first.', 'with this')
})

describe('threads elsewhere', () => {
  it('on the meeting, and on a recommendation with a count on its line', async () => {
    const chair = await open('a-kaya', 't1')
    const { page } = chair
    await page.goto(`${meeting.url}/m/berlin-2013`)
    await page.getByRole('heading', { name: 'Discussion' }).waitFor()
    // What is still to come moves the button.
    await page.waitForLoadState('networkidle')
    await page.locator('.discussion').getByRole('button', { name: 'New comment' }).click()
    await chair.write('New comment', 'When do we close today?')
    await chair.thread('When do we close today?').waitFor()

    const api = `${meeting.url}/api/meetings/berlin-2013`
    const command = async (path: string, data: object): Promise<unknown> => {
      const headers = { Origin: meeting.url, 'Idempotency-Key': crypto.randomUUID() }
      return (await page.request.post(`${api}/${path}`, { headers, data })).json()
    }
    const { proposals } = (await command('merge/plan', {})) as {
      proposals: { passage: { topic: string; id: string; hash: string } }[]
    }
    const choices = proposals.map(({ passage: { topic, id, hash } }) => ({
      topic,
      passage: id,
      hash,
      take: true,
    }))
    await command('merge', { choices })
    await page.goto(`${meeting.url}/m/berlin-2013/draft`)
    const item = page.locator('.draft-item').first()
    await item.waitFor()
    await item.focus()
    await page.keyboard.press('c')
    await chair.write('New comment', 'Is this for States alone?')
    await item.getByRole('button', { name: '1 comment' }).waitFor()

    const reader = await open('n-gruber', 't1')
    await reader.page.goto(`${meeting.url}/m/berlin-2013`)
    await reader.thread('When do we close today?').waitFor()
    await reader.page.goto(`${meeting.url}/m/berlin-2013/draft`)
    await reader.page.locator('.draft-item').first().getByRole('button', { name: '1 comment' }).click()
    await reader.open('Is this for States alone?')
    await reader.write('Reply', 'For them first.')
    await chair.thread('For them first.').waitFor()
  })
})

describe('for everybody', () => {
  it('axe finds nothing serious beside the text', async () => {
    await ann.open('How late, in days?')
    expect(await seriousFaults(ann.page)).toEqual([])
  })

  it('on a phone passages carry a count that opens a sheet, also in Arabic and in the dark', async () => {
    const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, colorScheme: 'dark' as const }
    const reader = await open('n-gruber', 't2', phone, 'ar')
    const chip = reader.page.locator('.comment-mark-chip').first()
    await chip.click()
    await reader.page.locator('[role=dialog] .thread[data-selected]').waitFor()
    expect(await seriousFaults(reader.page)).toEqual([])
  })
})

/** Puts the caret before words of the notes. */
async function caretBefore(person: ThreadPerson, words: string): Promise<void> {
  await person.select(words)
  await person.page.keyboard.press('ArrowLeft')
}
