import { expect, it } from 'vitest'
import { LineMates } from './speech-mates.ts'

const look = (mates: LineMates, line: string | null, others: string[], now = 0, acted = -10_000) =>
  mates.look({ line, others, now, acted })

it('who comes into a line hears at once who is there, and once', () => {
  const mates = new LineMates()
  expect(look(mates, 'a', [])).toEqual({ say: [], again: null })
  expect(look(mates, 'b', ['petrov'], 100, 100).say).toEqual(['petrov'])
  expect(look(mates, 'b', ['petrov'], 5000, 100).say).toEqual([])
})

it('somebody who comes into my line is told of when I have paused', () => {
  const mates = new LineMates()
  look(mates, 'a', [])
  expect(look(mates, 'a', ['petrov'], 1000, 500)).toEqual({ say: [], again: 1500 })
  expect(look(mates, 'a', ['petrov'], 2500, 500)).toEqual({ say: ['petrov'], again: null })
  expect(look(mates, 'a', ['petrov'], 9000, 500)).toEqual({ say: [], again: null })
})

it('who has gone before is not told of; who comes back is', () => {
  const mates = new LineMates()
  look(mates, 'a', ['petrov'])
  expect(look(mates, 'a', [], 100).say).toEqual([])
  expect(look(mates, 'a', ['petrov'], 200).say).toEqual(['petrov'])
})

it('leaving the text says nothing, and coming back tells again', () => {
  const mates = new LineMates()
  look(mates, 'a', ['petrov'])
  expect(look(mates, null, []).say).toEqual([])
  expect(look(mates, 'a', ['petrov']).say).toEqual(['petrov'])
})
