import { describe, expect, test } from 'vitest'
import { clockAt, formatDay, formatDays, formatHours, formatMoment, formatTime } from './dates.ts'

test.each([
  ['en', 'Thursday 23 May'],
  ['fr', 'jeudi 23 mai'],
  ['es', 'jueves, 23 de mayo'],
  ['ar', 'الخميس، 23 أيار/مايو'],
] as const)('a day in %s is written %j', (language, text) => {
  expect(formatDay(language, '2013-05-23T10:00', 'long')).toBe(text)
})

test('a short day is short', () => {
  expect(formatDay('en', '2013-05-23')).toBe('Thu 23 May')
})

describe('the days of a meeting', () => {
  test.each([
    ['en', '23–24 May 2013'],
    ['fr', '23–24 mai 2013'],
    ['es', '23–24 de mayo de 2013'],
    ['ar', '\u206623–24\u2069 أيار/مايو 2013'],
  ] as const)('share their month in %s', (language, text) => {
    expect(formatDays(language, '2013-05-23', '2013-05-24')).toBe(text)
  })

  test('of one day is one date', () => {
    expect(formatDays('en', '2013-05-23', '2013-05-23')).toBe('23 May 2013')
  })

  test('over the end of a month name both in Arabic as the United Nations do', () => {
    expect(formatDays('ar', '2013-05-30', '2013-06-02')).toMatch(/30 أيار\/مايو.*2 حزيران\/يونيو 2013/)
  })
})

test('hours are those of the place, whatever the reader’s own clock', () => {
  expect(formatHours('2013-05-23T10:00', '2013-05-23T12:30')).toBe('10:00–12:30')
  expect(formatHours('2013-05-23T10:00', null)).toBe('10:00')
})

test.each([
  [Date.UTC(2013, 4, 23, 22, 30), 'Europe/Berlin', '2013-05-24T00:30', '00:30'],
  [Date.UTC(2013, 0, 1, 0, 0), 'America/Santiago', '2012-12-31T21:00', '21:00'],
  [Date.UTC(2013, 4, 23, 12, 0), 'Asia/Kathmandu', '2013-05-23T17:45', '17:45'],
])('a clock shows %d in %s as %s', (at, zone, clock, time) => {
  expect(clockAt(at, zone)).toBe(clock)
  expect(formatTime(at, zone)).toBe(time)
})

test.each([
  ['en', '25 May, 18:00'],
  ['ar', '25 أيار/مايو، 18:00'],
] as const)('a moment in %s is %j', (language, text) => {
  expect(formatMoment(language, Date.UTC(2013, 4, 25, 16, 0), 'Europe/Berlin')).toBe(text)
})
