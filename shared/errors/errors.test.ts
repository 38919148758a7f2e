import { expect, test } from 'vitest'
import { errorBody, errorTable, MinutaError } from './errors.ts'

test.each(Object.entries(errorTable))(
  '%s has a sentence, a hint and codes that fit each border',
  (_, entry) => {
    expect(entry.message).toMatch(/^[A-Z].*\.$/)
    expect(entry.hint).toMatch(/^[A-Z].*\.$/)
    expect(entry.httpStatus).toBeGreaterThanOrEqual(400)
    expect(entry.httpStatus).toBeLessThan(600)
  },
)

test('a refusal of the request closes a sync socket for good, a fault of the server lets it retry', () => {
  for (const { httpStatus, closeCode } of Object.values(errorTable)) {
    const permanent = closeCode >= 4400 && closeCode <= 4499
    expect(permanent).toBe(httpStatus < 500)
  }
})

test('the body carries the more exact sentence where one was given', () => {
  expect(errorBody(new MinutaError('not-found', 'There is no such meeting.'))).toEqual({
    error: {
      code: 'not-found',
      message: 'There is no such meeting.',
      hint: 'Check the link, or start again from the first page.',
    },
  })
})
