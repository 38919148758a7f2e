import { expect, test } from 'vitest'
import { precacheList } from './precache-list.ts'

test('scripts, styles, the sign and Latin faces are kept at once; maps, other faces and joining are not', () => {
  const files = [
    { name: 'assets/notes-page-1.js', source: '/client/pages/notes/notes-page.tsx' },
    { name: 'assets/join-page-1.js', source: '/client/pages/join/join-page.tsx' },
    { name: 'assets/parts-1.css' },
    { name: 'assets/parts-1.js', source: null },
    { name: 'assets/parts-1.js.map' },
    { name: 'assets/icon-1.svg' },
    { name: 'assets/ibm-plex-sans-latin-wght-normal-1.woff2' },
    { name: 'assets/ibm-plex-sans-latin-ext-wght-normal-1.woff2' },
    { name: 'assets/noto-naskh-arabic-arabic-wght-normal-1.woff2' },
    { name: 'index.html' },
  ]
  expect(precacheList(files)).toEqual([
    '/assets/ibm-plex-sans-latin-wght-normal-1.woff2',
    '/assets/icon-1.svg',
    '/assets/notes-page-1.js',
    '/assets/parts-1.css',
    '/assets/parts-1.js',
  ])
})
