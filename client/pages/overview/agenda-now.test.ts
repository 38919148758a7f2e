import { expect, test } from 'vitest'
import { dayOf, isNow } from './agenda-now.ts'

const session = { startsAt: '2013-05-23T10:00', endsAt: '2013-05-23T12:30' }

test.each([
  ['2013-05-23T09:59', false],
  ['2013-05-23T10:00', true],
  ['2013-05-23T12:29', true],
  ['2013-05-23T12:30', false],
  ['2013-05-24T11:00', false],
])('a session from 10:00 to 12:30 at %s: %s', (clock, now) => {
  expect(isNow(session, clock)).toBe(now)
})

test('a session without hours is never now', () => {
  expect(isNow({ startsAt: null, endsAt: null }, '2013-05-23T10:00')).toBe(false)
})

test.each([
  ['2013-05-22T23:59', null],
  ['2013-05-23T00:00', { day: 1, days: 2 }],
  ['2013-05-24T23:59', { day: 2, days: 2 }],
  ['2013-05-25T00:00', null],
])('at %s it is day %j', (clock, day) => {
  expect(dayOf({ startsOn: '2013-05-23', endsOn: '2013-05-24' }, clock)).toEqual(day)
})
