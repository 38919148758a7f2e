import type { Browser } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchBrowser, type ServedPage, servePage } from './testing/browser.ts'
import { type EditorsOptions, EditorsPage } from './testing/editors-page.ts'

let browser: Browser
let served: ServedPage
let editors: EditorsPage

const FRANCE = 'France thanks the chair.'

beforeAll(async () => {
  ;[browser, served] = await Promise.all([launchBrowser(), servePage('two-editors.html')])
})

afterAll(async () => {
  await browser?.close()
  await served?.close()
})

afterEach(async () => expect(await editors.close()).toEqual([]))

async function open(options?: EditorsOptions): Promise<void> {
  editors = await EditorsPage.open(browser, served.url, options)
}

const CLIPBOARD = { context: { permissions: ['clipboard-read', 'clipboard-write'] } }

const REPORT = `
  <h1>Title</h1><h2>Part</h2><h5>Deep</h5>
  <p>Some <strong>bold</strong> and <em>slanted</em> words, a <a href="https://example.org/">link</a>.</p>
  <ul><li>one<ul><li>one and a half</li></ul></li><li><p>two</p></li></ul>
  <ol><li>first</li></ol>
  <table><tbody><tr><td>cell A</td><td>cell B</td></tr></tbody></table>
  <p>before<img src="https://example.org/x.png" alt="a chart">after</p>`

test('[TX8] a line cut with Mod+X and pasted below with Mod+V keeps its id and its text stands once', async () => {
  await open(CLIPBOARD)
  await editors.place('a', 's1', 0)
  await editors.move('a', ['Shift+ArrowDown'], 's2', 0)
  await editors.press('Control+X')
  await editors.arrived()
  const left = (await editors.read('b', 'blocks')).map(({ text }) => text)
  expect(left.join('|')).not.toContain('France')
  const last = (await editors.read('a', 'blocks')).at(-1)!
  await editors.place('a', last.id, last.text.length)
  await editors.press('Enter', 'Control+V')
  await expect
    .poll(async () => (await editors.read('b', 'blocks')).map(({ text }) => text).join('|'), {
      timeout: 5000,
    })
    .toContain(FRANCE)
  const blocks = await editors.read('b', 'blocks')
  expect(
    blocks
      .map(({ text }) => text)
      .join('')
      .split(FRANCE),
  ).toHaveLength(2)
  expect(blocks.find(({ text }) => text === FRANCE)?.id).toBe('s1')
})

test('[TX8] whole lines cut and pasted in the middle keep ids and double nothing', async () => {
  await open({
    ...CLIPBOARD,
    lines: [
      { id: 's1', text: 'one' },
      { id: 's2', text: 'two' },
      { id: 's3', text: 'three' },
      { id: 's4', text: 'four' },
    ],
  })
  await editors.place('a', 's1', 0, 's2', 3)
  await editors.press('Control+X')
  await editors.everyoneShows(['', 'three', 'four'])
  await editors.place('a', 's3', 5)
  await editors.press('Enter', 'Control+V')
  await editors.everyoneShows(['', 'three', 'one', 'two', 'four'])
  const ids = await editors.ids('b')
  expect(new Set(ids).size).toBe(ids.length)
  expect(ids[3]).toBe('s2')
})

test('[TX8] lines copied with Mod+C and pasted get ids of their own', async () => {
  await open({ ...CLIPBOARD, lines: [{ id: 's1', text: 'one' }, { id: 's2', text: 'two' }, { id: 's3' }] })
  await editors.place('a', 's1', 0, 's2', 3)
  await editors.press('Control+C')
  await editors.place('a', 's3', 0)
  await editors.press('Control+V')
  await editors.everyoneShows(['one', 'two', 'one', 'two'])
  const ids = await editors.ids('b')
  expect(new Set(ids).size).toBe(4)
  expect(ids.slice(0, 2)).toEqual(['s1', 's2'])
})

test('[TX8] words typed by another into a line while it is cut and pasted elsewhere are not lost', async () => {
  await open({
    ...CLIPBOARD,
    lines: [
      { id: 's1', text: 'one' },
      { id: 's2', text: 'two' },
      { id: 's3', text: 'three' },
    ],
  })
  await editors.link('pause')
  await editors.place('b', 's1', 2)
  await editors.type('NEW')
  await editors.place('a', 's1', 0, 's1', 3)
  await editors.press('Control+X')
  await editors.place('a', 's3', 5)
  await editors.press('Enter', 'Control+V')
  await editors.shows('a', ['', 'two', 'three', 'one'])
  await editors.link('resume')
  await editors.everyoneShows(['NEW', 'two', 'three', 'one'])
})

test('text from another program keeps headings, lists with depth, bold, slanted and links, and loses no word', async () => {
  await open({ lines: [{ id: 's1' }] })
  await editors.place('a', 's1', 0)
  await paste({ 'text/html': REPORT, 'text/plain': 'not this' })
  await editors.arrived()
  const blocks = await editors.read('b', 'blocks')
  const seen = blocks.map(({ text, attributes }) => [
    text,
    attributes.type ?? null,
    attributes.level ?? attributes.depth ?? null,
  ])
  expect(seen.slice(0, 8)).toEqual([
    ['Title', 'heading', 1],
    ['Part', 'heading', 2],
    ['Deep', 'heading', 3],
    ['Some bold and slanted words, a link.', null, null],
    ['one', 'bullet', null],
    ['one and a half', 'bullet', 1],
    ['two', 'bullet', null],
    ['first', 'ordered', null],
  ])
  expect(blocks[3]?.runs.map(({ text, formats }) => [text, Object.keys(formats)])).toEqual([
    ['Some ', []],
    ['bold', ['bold']],
    [' and ', []],
    ['slanted', ['italic']],
    [' words, a ', []],
    ['link', ['link']],
    ['.', []],
  ])
  const rest = blocks.slice(8).map(({ text }) => text)
  expect(rest.join(' ').match(/cell A|cell B|before|after/g)).toEqual(['cell A', 'cell B', 'before', 'after'])
  const html = (await editors.read('b', 'lines')).map(({ html }) => html).join('')
  expect(html).not.toMatch(/<(img|table|td|ul|li)/)
  await editors.everyoneShows(blocks.map(({ text }) => text))
  expect(new Set(blocks.map(({ id }) => id)).size).toBe(blocks.length)
})

test('two cells of a pasted table do not run into one word', async () => {
  await open({ lines: [{ id: 's1' }] })
  await editors.place('a', 's1', 0)
  await paste({ 'text/html': '<table><tr><td>left</td><td>right</td></tr><tr><td>below</td></tr></table>' })
  await editors.arrived()
  const text = (await editors.read('b', 'blocks')).map(({ text }) => text).join('\n')
  expect(text).toMatch(/left\s+right\s+below/)
})

test('a pasted word goes into the line at the caret and leaves the line’s id and speaker', async () => {
  await open()
  await editors.place('a', 's2', 3)
  await paste({ 'text/html': '<b>fully</b> ', 'text/plain': 'fully ' })
  await expect
    .poll(async () => (await editors.read('b', 'blocks'))[1]?.text, { timeout: 5000 })
    .toMatch(/^It fully ?supports/)
  expect((await editors.read('b', 'blocks'))[1]).toMatchObject({ id: 's2', attributes: { speaker: 'm:aa' } })
})

test('plain text of several lines becomes several lines', async () => {
  await open({ lines: [{ id: 's1' }] })
  await editors.place('a', 's1', 0)
  await paste({ 'text/plain': 'first\nsecond\nthird' })
  await editors.everyoneShows(['first', 'second', 'third'])
})

test('hostile HTML brings no script, no handler and no unsafe link', async () => {
  await open({ lines: [{ id: 's1' }] })
  await editors.place('a', 's1', 0)
  await paste({
    'text/html':
      '<p>ok<script>window.hit = 1</script><img src=x onerror="window.hit = 1"> <a href="javascript:window.hit=1">go</a></p>',
  })
  await editors.everyoneShows(['ok go'])
  expect(await editors.page.evaluate(() => 'hit' in window)).toBe(false)
  expect((await editors.read('b', 'lines'))[0]?.html).not.toMatch(/href|onerror|script/)
})

function paste(flavours: Record<string, string>): Promise<void> {
  return editors.page.evaluate((flavours) => window.editors.a?.paste(flavours), flavours)
}
