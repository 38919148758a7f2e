import { expect, test } from 'vitest'
import { createLogger } from './logger.ts'

test('writes one JSON object a line, with the stack of an error', () => {
  const lines: string[] = []
  createLogger('info', (line) => lines.push(line)).error('Answered internal', {
    error: new Error('boom'),
    status: 500,
  })
  expect(lines).toHaveLength(1)
  const entry = JSON.parse(lines[0] ?? '')
  expect(entry).toMatchObject({ level: 'error', message: 'Answered internal', status: 500 })
  expect(entry.error.stack).toContain('boom')
})

test('drops what is below its level', () => {
  const lines: string[] = []
  const log = createLogger('warn', (line) => lines.push(line))
  log.debug('a')
  log.info('b')
  log.warn('c')
  expect(lines).toHaveLength(1)
})
