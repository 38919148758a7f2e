import { expect, it } from 'vitest'
import { LatestQuestion } from './latest-question.ts'

it('[MG4] a question waits for the answer to the one before, and gives way to a later one', () => {
  const put: string[] = []
  const questions = new LatestQuestion<string>((question) => put.push(question))
  questions.ask('first')
  questions.ask('second')
  questions.ask('third')
  expect(put).toEqual(['first'])
  questions.answered()
  expect(put).toEqual(['first', 'third'])
  questions.answered()
  expect(put).toEqual(['first', 'third'])
  questions.ask('fourth')
  expect(put).toEqual(['first', 'third', 'fourth'])
})
