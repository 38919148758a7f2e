import { expect, test } from 'vitest'
import { readOnce } from './read-once.ts'

test('words of an item are read again only where they have changed', () => {
  const asked: string[] = []
  const read = readOnce((words) => {
    asked.push(words)
    return words.split(' ')
  })
  expect([read('a', 'one two'), read('b', 'one two'), read('a', 'one two')]).toEqual(
    Array(3).fill(['one', 'two']),
  )
  expect(read('a', 'three')).toEqual(['three'])
  expect(read('a', 'one two')).toEqual(['one', 'two'])
  expect(asked).toEqual(['one two', 'one two', 'three', 'one two'])
})
