import { getSchema } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import { schemaExtensions } from './extensions.ts'

const schema = getSchema(schemaExtensions())

function drawn(attributes: object): unknown {
  return schema.nodes.line?.spec.toDOM?.(schema.node('line', { id: 'a', attributes }))
}

describe('lines', () => {
  it.each<[object, string, Record<string, string>]>([
    [{}, 'p', { 'data-type': 'paragraph' }],
    [{ type: 'heading', level: 2 }, 'h2', { 'data-type': 'heading' }],
    [{ type: 'heading', level: 99 }, 'h3', {}],
    [{ type: 'heading', level: 'x' }, 'h1', {}],
    [{ type: 'bullet', depth: 2 }, 'p', { 'data-depth': '2' }],
    [{ type: 'ordered' }, 'p', { 'data-depth': '0' }],
    [{ lang: 'ar' }, 'p', { lang: 'ar', dir: 'auto' }],
    [{ type: 'hologram' }, 'p', { 'data-type': 'hologram' }],
  ])('[TX6] %j is drawn as <%s>', (attributes, tag, html) => {
    const [name, found] = drawn(attributes) as [string, Record<string, string>]
    expect(name).toBe(tag)
    expect(found).toMatchObject(html)
  })

  it('hold text, atoms and marks, and nothing nested', () => {
    expect(schema.topNodeType.spec.content).toBe('line+')
    expect(schema.nodes.line?.spec.content).toBe('inline*')
    expect(Object.keys(schema.nodes).sort()).toEqual(['atom', 'doc', 'line', 'text'])
  })
})

describe('atoms', () => {
  it.each<[object, string]>([
    [{ t: 'bracket', side: 'open', id: 'x' }, '['],
    [{ t: 'bracket', side: 'close', id: 'x' }, ']'],
    [{ t: 'mention', label: 'France' }, 'France'],
    [{ t: 'hologram', value: 3 }, '\u25A1'],
  ])('[TX16] %j is shown as %s', (atom, label) => {
    const output: unknown = schema.nodes.atom?.spec.toDOM?.(schema.node('atom', { atom }))
    const [, html, text] = output as unknown[]
    expect(text).toBe(label)
    expect(html).toMatchObject({ contenteditable: 'false' })
  })

  it('a break is a line break', () => {
    expect(schema.nodes.atom?.spec.toDOM?.(schema.node('atom', { atom: { t: 'break' } }))).toEqual(['br'])
  })
})

describe('links', () => {
  it.each<[string, boolean]>([
    ['{"href":"https://example.org"}', true],
    ['{"href":"mailto:a@example.org"}', true],
    ['{"href":"javascript:alert(1)"}', false],
    ['{"href":"data:text/html,x"}', false],
    ['{"href":3}', false],
    ['null', false],
    ['not json', false],
  ])('[EX7] %s is a link: %s; its value is kept either way', (value, isLink) => {
    const mark = schema.mark('link', { value })
    const output: unknown = schema.marks.link?.spec.toDOM?.(mark, true)
    expect((output as unknown[])[0]).toBe(isLink ? 'a' : 'span')
    expect(mark.attrs.value).toBe(value)
  })
})
