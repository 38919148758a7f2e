import { describe, expect, it } from 'vitest'
import type { Language } from '../../i18n/languages.ts'
import { loadAllMessages, loadCatalogue } from '../../i18n/load-catalogue.ts'
import { createTranslate } from '../../i18n/translate.ts'
import type { LineChange } from './speech-changes.ts'
import type { SpeechChoice } from './speech-choice.ts'
import { type SpeechNews, tellingWords } from './speech-words.ts'

const SPEAKERS: Readonly<Record<string, string>> = {
  a: 'Belgium',
  b: 'Belgium',
  c: 'Chile',
  d: 'Egypt',
  e: '',
}

async function words(
  lines: readonly string[],
  news: readonly SpeechNews[] = [],
  choice: SpeechChoice = 'summary',
  language: Language = 'en',
): Promise<string> {
  await loadAllMessages()
  const t = createTranslate(language, await loadCatalogue(language))
  const changes = lines.map((each): LineChange => {
    const [member = '', did = '', line = ''] = each.split(' ')
    return { member, did: did as LineChange['did'], line, speaker: SPEAKERS[line] ?? null }
  })
  return tellingWords({ lines: changes, news }, choice, {
    t,
    language,
    nameOf: (member) => member,
    speakerOf: ({ speaker }) => speaker ?? '',
    read: (line) => (line in SPEAKERS ? `${SPEAKERS[line]}: words of ${line}.` : null),
  })
}

describe('a summary', () => {
  it.each<[string, string[], string]>([
    [
      'counts lines under their speaker',
      ['Moreau added a', 'Moreau added b'],
      'Moreau added 2 lines under Belgium.',
    ],
    ['says one line', ['Moreau added a'], 'Moreau added 1 line under Belgium.'],
    [
      'names two speakers',
      ['Moreau added a', 'Moreau added c'],
      'Moreau added 2 lines under Belgium and Chile.',
    ],
    [
      'counts more of them',
      ['Moreau added a', 'Moreau added c', 'Moreau added d'],
      'Moreau added 3 lines under 3 speakers.',
    ],
    ['names no place where nobody speaks yet', ['Moreau changed e'], 'Moreau changed 1 line.'],
    [
      'puts several people into one message',
      ['Moreau added a', 'Petrov removed c'],
      'Moreau added 1 line under Belgium. Petrov removed 1 line under Chile.',
    ],
    [
      'names everybody before it says a second thing of somebody, and stays short',
      ['Moreau added a', 'Moreau changed c', 'Petrov added d', 'Osei added e', 'Kaya added b'],
      'Moreau added 1 line under Belgium. Petrov added 1 line under Egypt. Osei added 1 line. 1 other person wrote too.',
    ],
  ])('%s', async (_, lines, expected) => {
    expect(await words(lines)).toBe(expected)
  })

  it.each<[Language, string]>([
    ['fr', 'Moreau a ajouté 2 lignes sous Belgium.'],
    ['es', 'Moreau ha añadido 2 líneas en Belgium.'],
    ['ar', 'أضاف Moreau سطرين تحت Belgium.'],
  ])('is said in %s', async (language, expected) => {
    expect(await words(['Moreau added a', 'Moreau added b'], [], 'summary', language)).toBe(expected)
  })
})

it('every line is read with who wrote it; one that has gone meanwhile is not', async () => {
  expect(await words(['Moreau added a', 'Moreau changed x', 'Petrov removed c'], [], 'all')).toBe(
    'Moreau: Belgium: words of a. Petrov removed 1 line under Chile.',
  )
})

it('comments on one’s own lines and others are told apart, each once', async () => {
  const comment = (member: string, isOnMine: boolean): SpeechNews => ({ what: 'commented', member, isOnMine })
  expect(
    await words(
      ['Moreau added a'],
      [comment('Osei', true), comment('Osei', true), comment('Kaya', true), comment('Petrov', false)],
    ),
  ).toBe(
    'Moreau added 1 line under Belgium. Osei and Kaya commented on a line that you wrote. 1 new comment, by Petrov',
  )
})

it('a thread on one’s own line is told of when it is resolved, and when it is open again', async () => {
  const news: SpeechNews[] = [
    { what: 'resolved', member: 'Osei' },
    { what: 'reopened' },
    { what: 'same', words: 'A hint.' },
  ]
  expect(await words([], news)).toBe(
    'Osei resolved a thread on a line that you wrote. A thread on a line that you wrote is open again. A hint.',
  )
})
