import { expect, test } from 'vitest'
import { initialState, type RoomState } from '../sync/room-state.ts'
import { statusOf } from '../sync/status.ts'
import { CHANGES_REFUSED, COMMENTS_REFUSED, whichBanner } from './which-banner.ts'

const NOW = 1_000_000

function banner(...changes: Partial<RoomState>[]) {
  const live = { ...initialState(0), link: 'online', text: 'live', mayWrite: true } as const
  const states = changes.map((change) => ({ ...live, ...change }))
  return whichBanner(states, statusOf(states, NOW), false)
}

const unsaved = { unsaved: 3, unsavedSince: 0, kept: true }
const late = { fault: { code: 'read-only', hint: '', late: true } }
const wipe = { fault: { code: 'wipe', hint: '', wipe: { removed: 400, of: 500 } } }
const comments = { link: 'closed', fault: { code: COMMENTS_REFUSED, hint: '' }, ...unsaved } as const
const changes = { ...comments, fault: { code: CHANGES_REFUSED, hint: '' } }
const full = { code: 'storage-full', hint: '' }

test.each<[string, Partial<RoomState>[], string | null]>([
  ['nothing while all is saved', [{}], null],
  ['nothing while a change is on its way', [{ ...unsaved, unsavedSince: NOW - 1000 }], null],
  ['offline when words are kept here', [{ link: 'offline', ...unsaved }], 'offline'],
  ['offline when somebody could write', [{ link: 'offline' }], 'offline'],
  ['reading when nobody could', [{ link: 'offline', mayWrite: false }], 'reading'],
  ['the full disk', [{ fault: full, ...unsaved }], 'storage-full'],
  ['other storage trouble', [{ fault: { code: 'storage-failed', hint: '' }, ...unsaved }], 'storage-failed'],
  ['the device that keeps nothing', [{ link: 'offline', ...unsaved, kept: false }], 'device'],
  ['words that were refused', [{ link: 'closed', ...unsaved }], 'refused'],
  ['comments that were refused', [{}, comments], 'comments'],
  ['changes of the draft that were refused', [{}, changes], 'changes'],
  [
    'comments that were refused, before what waits for a connection',
    [{ link: 'offline', ...unsaved }, comments],
    'comments',
  ],
  [
    'words of a text that were refused, before comments',
    [comments, { link: 'closed', ...unsaved }],
    'refused',
  ],
  ['words that the server keeps for the chair', [{ link: 'closed', ...late, ...unsaved }], 'late'],
  [
    'words that nobody else has, before those that are kept',
    [
      { link: 'closed', ...late, ...unsaved },
      { link: 'closed', ...unsaved },
    ],
    'refused',
  ],
  ['a text that waits to be deleted or kept', [{ link: 'closed', ...wipe, ...unsaved }], 'wipe'],
  ['the same where nothing is counted as unsaved', [{ link: 'closed', ...wipe }], 'wipe'],
  [
    'words that nobody else has, before a text that waits',
    [
      { link: 'closed', ...wipe },
      { link: 'closed', ...unsaved },
    ],
    'refused',
  ],
  ['a sign-in that ended', [{ link: 'closed', fault: { code: 'signed-out', hint: '' } }], 'signed-out'],
  [
    'an old page before everything else',
    [
      { link: 'closed', fault: { code: 'old-version', hint: '' } },
      { fault: full, ...unsaved },
    ],
    'old-version',
  ],
])('the banner tells %s', (_, states, kind) => {
  expect(banner(...states)).toBe(kind)
})

test('a newer build is said only while nothing else is wrong', () => {
  const live = { ...initialState(0), link: 'online', text: 'live', mayWrite: true } as const
  const offline = { ...live, link: 'offline' } as const
  expect(whichBanner([live], statusOf([live], NOW), true)).toBe('new-version')
  expect(whichBanner([offline], statusOf([offline], NOW), true)).toBe('offline')
})
