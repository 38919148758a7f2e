import { childrenOf, parseXml, type XmlElement } from '../parse-xml.ts'
import { MAX_PARAGRAPHS } from '../statement-limits.ts'
import type { Archive } from '../unpack.ts'
import { UnreadableFile } from '../unreadable-file.ts'
import { Numbering } from './docx-numbering.ts'
import type { Hanging } from './docx-runs.ts'
import { Styles } from './docx-styles.ts'
import { LeftOver, textsIn, wordsOf } from './left-over.ts'

interface Relation {
  /** The last part of its type's address: `styles`, `footnotes`. */
  readonly type: string
  readonly target: string
  readonly isOutside: boolean
}

/** A document's parts, and the account of what was read of them. Nothing outside the file is ever asked for (EX7). */
export class DocxSource {
  readonly left = new LeftOver()
  readonly body: XmlElement
  readonly styles: Styles
  readonly numbering: Numbering
  /** Addresses of links by their relation's id. */
  readonly links: ReadonlyMap<string, string>
  readonly #notes = new Map<string, XmlElement>()
  readonly #noteParts: XmlElement[] = []
  #noteCount = 0
  #paragraphs = 0

  constructor(archive: Archive) {
    const main = findMain(archive)
    const document = parsePart(archive, main)
    if (document === null || document.name !== 'w:document') throw new UnreadableFile('format')
    this.body = document
    const relations = relationsOf(archive, main)
    const parts = (type: string): XmlElement[] => {
      const targets = [...relations.values()].filter((each) => each.type === type && !each.isOutside)
      return targets.flatMap(({ target }) => parsePart(archive, resolve(main, target)) ?? [])
    }
    this.styles = new Styles(parts('styles')[0] ?? null)
    this.numbering = new Numbering(parts('numbering')[0] ?? null)
    this.links = new Map(
      [...relations].filter(([, { isOutside }]) => isOutside).map(([id, { target }]) => [id, target]),
    )
    for (const kind of ['foot', 'end'] as const) {
      for (const part of parts(`${kind}notes`)) {
        this.#noteParts.push(part)
        for (const note of childrenOf(part, `w:${kind}note`))
          this.#notes.set(`${kind} ${note.attributes['w:id']}`, note)
      }
    }
    for (const part of [...parts('header'), ...parts('footer')]) {
      // A page's number alone is no text of anybody's.
      if (/\p{L}/u.test(wordsOf(textsIn(part)))) this.left.leave('headers', part, true)
    }
    const comments = parts('comments').flatMap((part) => childrenOf(part, 'w:comment')).length
    if (comments > 0) this.left.count('comments', comments)
  }

  /** Gives a note with its mark; null where it is not there or was referred to before. */
  note(kind: 'foot' | 'end', reference: XmlElement): (Hanging & { readonly mark: string }) | null {
    const key = `${kind} ${reference.attributes['w:id']}`
    const blocks = this.#notes.get(key)
    if (blocks === undefined) return null
    this.#notes.delete(key)
    this.#noteCount++
    return { blocks, mark: `[${this.#noteCount}]` }
  }

  /** Throws UnreadableFile where there are more paragraphs than anybody reads. */
  countParagraph(): void {
    this.#paragraphs++
    if (this.#paragraphs > MAX_PARAGRAPHS) throw new UnreadableFile('too-long')
  }

  /** Tells what nobody has read. */
  closeAccount(): void {
    for (const part of [this.body, ...this.#noteParts]) this.left.leaveRest(part)
  }
}

function findMain(archive: Archive): string {
  const relations = relationsOf(archive, '')
  const main = [...relations.values()].find(({ type }) => type === 'officeDocument')
  return resolve('', main?.target ?? 'word/document.xml')
}

function parsePart(archive: Archive, name: string): XmlElement | null {
  const bytes = archive.read(name)
  return bytes === null ? null : parseXml(bytes)
}

function relationsOf(archive: Archive, part: string): Map<string, Relation> {
  const slash = part.lastIndexOf('/') + 1
  const name = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
  const found = parsePart(archive, name)
  const relations = childrenOf(found ?? undefined, 'Relationship').map(({ attributes }) => {
    const { Id = '', Type = '', Target = '', TargetMode } = attributes
    const type = Type.slice(Type.lastIndexOf('/') + 1)
    return [Id, { type, target: Target, isOutside: TargetMode === 'External' }] as const
  })
  return new Map(relations)
}

/** A target is a name inside the archive, from the part that names it or from its root; it never leaves it. */
function resolve(from: string, target: string): string {
  const steps = target.startsWith('/') ? [] : from.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '' && step !== '.') steps.push(step)
  }
  return steps.join('/')
}
