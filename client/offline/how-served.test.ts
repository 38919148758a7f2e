import { expect, test } from 'vitest'
import { howServed, isFileToKeep, isPageToShow } from './how-served.ts'

const ORIGIN = 'https://minuta.example'

test.each([
  ['a page', '/m/berlin/topics/2', 'navigate', 'page'],
  ['the first page', '/', 'navigate', 'page'],
  ['a page whose address only begins like the server’s', '/apiary', 'navigate', 'page'],
  ['a hashed file', '/assets/parts-BD2kwTno.js', 'cors', 'asset'],
  ['a hashed file opened as a page', '/assets/parts-BD2kwTno.js', 'navigate', 'untouched'],
  ['the manifest', '/manifest.webmanifest', 'cors', 'file'],
  ['an icon', '/icons/minuta-192.png', 'no-cors', 'file'],
  ['an answer of the API', '/api/me', 'cors', 'untouched'],
  ['a download', '/api/meetings/berlin/export?format=docx', 'navigate', 'untouched'],
  ['an invitation, whose address holds its token', '/join/a-token', 'navigate', 'untouched'],
  ['a projection, whose address does too', '/screen/a-token', 'navigate', 'untouched'],
  ['a room', '/sync/m/berlin/notes/t1', 'websocket', 'untouched'],
  ['the server’s health', '/healthz', 'navigate', 'untouched'],
  ['the worker itself', '/sw.js', 'same-origin', 'untouched'],
])('%s is served so', (_, path, mode, served) => {
  expect(howServed({ method: 'GET', url: ORIGIN + path, mode }, ORIGIN)).toBe(served)
})

test('what is sent, and what is another site’s, is never touched', () => {
  expect(howServed({ method: 'POST', url: `${ORIGIN}/`, mode: 'navigate' }, ORIGIN)).toBe('untouched')
  expect(howServed({ method: 'GET', url: 'https://other.example/assets/a.js', mode: 'cors' }, ORIGIN)).toBe(
    'untouched',
  )
})

test('the page of a proxy whose server is away is not shown; a refusal is', () => {
  expect([200, 404, 502, 503].map((status) => isPageToShow({ status }))).toEqual([true, true, false, false])
})

test('only a whole file of one’s own is kept, and no page in its place', () => {
  const file = {
    status: 200,
    type: 'basic' as const,
    headers: new Headers({ 'Content-Type': 'text/javascript' }),
  }
  expect(isFileToKeep(file)).toBe(true)
  expect(isFileToKeep({ ...file, status: 206 })).toBe(false)
  expect(isFileToKeep({ ...file, status: 404 })).toBe(false)
  expect(isFileToKeep({ ...file, type: 'opaque' })).toBe(false)
  expect(
    isFileToKeep({ ...file, headers: new Headers({ 'Content-Type': 'text/html; charset=utf-8' }) }),
  ).toBe(false)
})
