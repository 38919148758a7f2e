import { expect, test } from 'vitest'
import { askBuild, parseToWorker } from './messages.ts'

test.each([
  [{ kind: 'take-over', more: 1 }, { kind: 'take-over' }],
  [{ kind: 'which-build' }, { kind: 'which-build' }],
  [
    { kind: 'begun', loaded: ['/a', 3] },
    { kind: 'begun', loaded: ['/a'] },
  ],
  [{ kind: 'begun' }, null],
  [{ kind: 'later' }, null],
  ['take-over', null],
  [null, null],
])('%j is read as %j', (data, message) => {
  expect(parseToWorker(data)).toEqual(message)
})

test('who is asked for its build answers through the port', async () => {
  const page = {
    postMessage: (_: unknown, [port]: Transferable[]) => (port as MessagePort).postMessage('abc'),
  }
  expect(await askBuild(page)).toBe('abc')
})
