import type { EditorView } from '@tiptap/pm/view'
import type { Atom } from '../../../shared/text/atom.ts'
import { groupsIn, linesIn } from '../../editor/notes/lines-in-page.ts'
import { putNoteMarks } from './print-places.ts'

/** Who said an intervention, as it may stand on paper. */
interface PrintedSpeaker {
  readonly name: string
  readonly detail: string
  readonly time: string | null
}

/** A thread on paper: where its passage ends, and what was written in it. */
export interface PrintedNote {
  /** Index of the line, and the place in it behind which the number stands. */
  readonly block: number
  readonly to: number
  readonly quote: string
  readonly comments: readonly { readonly who: string; readonly when: string; readonly words: string }[]
}

/** What the page says round the text. */
export interface PrintWords {
  readonly title: string
  /** Lines above and below the title. */
  readonly above: string
  readonly below: readonly string[]
  readonly notes: string
  /** In the place of a passage that is kept for the drafting group. */
  readonly leftOut: string
  readonly leftOutCount: (count: number) => string
}

export interface Printed {
  readonly view: EditorView
  readonly words: PrintWords
  /** By the line that opens an intervention: who said the lines from it on. Lines of one intervention, in order. */
  readonly interventions: readonly { readonly lines: readonly string[]; readonly speaker: PrintedSpeaker }[]
  /** Says a mention as it may stand on paper; null: as it stands in the text. */
  readonly mention: (atom: Atom) => string | null
  readonly notes: readonly PrintedNote[]
}

/**
 * Makes what is printed: the text column as it stands on the page, without anything that belongs to a screen. Passages
 * that are kept for the drafting group are not in it, and nobody is named closer than the topic lets (EX1, EX2).
 */
export function makePrintSheet({ view, words, interventions, mention, notes }: Printed): HTMLElement {
  const column = view.dom.cloneNode(true) as HTMLElement
  for (const name of ['contenteditable', 'role', 'tabindex', 'aria-label', 'aria-multiline', 'aria-readonly'])
    column.removeAttribute(name)
  column.className = 'notes-text print-text'
  for (const group of groupsIn(column)) group.replaceWith(...group.childNodes)
  const lines = linesIn(column)
  for (const extra of column.querySelectorAll(
    '.remote-caret, .note-label, .note-typed, .note-comment-chip, svg',
  ))
    extra.remove()
  putNoteMarks(lines, notes)
  const leftOut = leaveOut(column, words.leftOut)
  const atoms: Atom[] = []
  view.state.doc.descendants(({ attrs }) => {
    const atom = attrs.atom as Atom | undefined
    if (atom?.t === 'mention') atoms.push(atom)
  })
  column.querySelectorAll('[data-atom=mention]').forEach((element, index) => {
    const atom = atoms[index]
    const said = atom === undefined ? null : mention(atom)
    if (said !== null) element.textContent = said
  })
  const byId = new Map(lines.map((line) => [line.dataset['line'] ?? '', line]))
  for (const line of lines) line.querySelector('.note-gutter')?.replaceChildren()
  for (const { lines: ids, speaker } of interventions) {
    const first = ids.map((id) => byId.get(id)).find((line) => line !== undefined && !isBlank(line))
    if (first !== undefined) sayWho(first, speaker)
  }
  for (const line of lines) if (isBlank(line)) line.remove()

  const sheet = element('article', 'print-sheet')
  const head = element('header', 'print-head', element('p', 'print-above', words.above))
  head.append(element('h1', 'print-title', words.title))
  for (const line of words.below) head.append(element('p', 'print-below', line))
  sheet.append(head, element('div', 'notes print-column', column))
  if (notes.length > 0) sheet.append(noteList(notes, words.notes))
  if (leftOut > 0) sheet.append(element('p', 'print-left-out', words.leftOutCount(leftOut)))
  return sheet
}

function isBlank(line: HTMLElement): boolean {
  return (line.querySelector('.note-text')?.textContent ?? '').trim() === ''
}

/** Says in their place that something is left out; gives how many passages were. */
function leaveOut(column: HTMLElement, words: string): number {
  const ids = new Set<string>()
  for (const stub of column.querySelectorAll<HTMLElement>('[data-withheld]')) {
    ids.add(stub.dataset['withheld'] ?? '')
    stub.replaceWith(element('span', 'print-gap', words))
  }
  return ids.size
}

function sayWho(line: HTMLElement, { name, detail, time }: PrintedSpeaker): void {
  line.dataset['opens'] = ''
  const gutter = line.querySelector('.note-gutter')
  const rows = [
    ['note-speaker', name],
    ['note-mechanism', detail],
    ['note-time', time ?? ''],
  ] as const
  for (const [className, words] of rows) if (words !== '') gutter?.append(element('bdi', className, words))
}

function noteList(notes: readonly PrintedNote[], title: string): HTMLElement {
  const list = element('ol', 'print-notes')
  for (const { quote, comments } of notes) {
    const item = element('li', 'print-note')
    if (quote !== '') {
      const quoted = element('p', 'print-quote', quote)
      quoted.dir = 'auto'
      item.append(quoted)
    }
    for (const { who, when, words } of comments) {
      const comment = element('p', 'print-comment')
      const said = element('bdi', 'print-words', words)
      comment.append(element('bdi', 'print-who', who), ' ', element('bdi', 'print-when', when), ' ', said)
      item.append(comment)
    }
    list.append(item)
  }
  const section = element('section', 'print-note-section', element('h2', 'print-note-title', title))
  section.append(list)
  return section
}

function element(tag: string, className: string, content?: string | HTMLElement): HTMLElement {
  const made = document.createElement(tag)
  made.className = className
  if (content !== undefined) made.append(content)
  return made
}
