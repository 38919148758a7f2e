import * as Y from 'yjs'
import type { EditorHandle } from './two-editors/editor-handle.ts'
import { Link } from './two-editors/link.ts'
import { Person } from './two-editors/person.ts'
import { type SeedLine, seedText } from './two-editors/seed.ts'

// A bare page with one editor for each person, or with `?mode=items` two, each person with a document of their own.
// `people` says how many there are (2 or 3), `lines` and `second` are the blocks of the first and the second text.

/** What tests find on the window. */
export interface EditorsWindow {
  readonly link: Link
  /** By person and text: `a`, `b`; with items `a1`, `a2`, `b1`, `b2`. */
  readonly editors: Readonly<Record<string, EditorHandle>>
  readonly people: Readonly<Record<string, Person>>
}

declare global {
  interface Window extends EditorsWindow {}
}

const SPEAKERS: readonly SeedLine[] = [
  { id: 's1', speaker: 'm:aa', lead: '1', text: 'France thanks the chair.' },
  { id: 's2', speaker: 'm:aa', text: 'It supports the text.' },
  { id: 's3', speaker: 'm:bb', lead: '1', text: 'Chile asks for time.' },
]

const parameters = new URLSearchParams(location.search)
const keys = parameters.get('mode') === 'items' ? ['1', '2'] : ['']
const names = ['a', 'b', 'c'].slice(0, Number(parameters.get('people') ?? 2))
const link = new Link()

const seed = new Y.Doc()
seed.clientID = 1
seed.transact(() => {
  for (const [index, key] of keys.entries()) {
    if (key !== '') seed.getMap('items').set(key, new Y.Map([['text', new Y.Text()]]))
    const lines = parameters.get(index === 0 ? 'lines' : 'second')
    seedText(textOf(seed, key), lines === null ? SPEAKERS : (JSON.parse(lines) as SeedLine[]))
  }
})

const people: Person[] = names.map((name) => {
  return new Person(name, Y.encodeStateAsUpdate(seed), link, () =>
    people.filter((other) => other.name !== name),
  )
})
const editors: Record<string, EditorHandle> = {}
for (const person of people) {
  const column = document.createElement('div')
  document.getElementById('people')?.append(column)
  for (const key of keys) {
    person.open(key, textOf(person.doc, key), column)
    editors[`${person.name}${key}`] = person.handles.get(key) as EditorHandle
  }
}

Object.assign(window, {
  link,
  editors,
  people: Object.fromEntries(people.map((person) => [person.name, person])),
} satisfies EditorsWindow)

function textOf(doc: Y.Doc, key: string): Y.Text {
  if (key === '') return doc.getText('text')
  return (doc.getMap('items').get(key) as Y.Map<Y.Text>).get('text') as Y.Text
}
