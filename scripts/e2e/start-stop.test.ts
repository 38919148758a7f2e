import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { projectRoot } from '../setup/project-root.mjs'
import { startBuiltServer } from './testing/built-server.ts'

test('SIGTERM ends the built server with exit code 0', async () => {
  const server = await startBuiltServer()
  expect((await fetch(`${server.url}/healthz`)).status).toBe(200)
  expect(await server.stop()).toBe(0)
})

test('wrong settings end it with exit code 1, all of them named and no stack shown', () => {
  const ended = spawnSync(process.execPath, ['dist/server/main.js'], {
    cwd: projectRoot,
    encoding: 'utf8',
    env: { ...process.env, PORT: 'abc', SAMPLE: 'maybe' },
  })
  expect(ended.status).toBe(1)
  expect(ended.stderr).toContain('PORT is "abc"')
  expect(ended.stderr).toContain('SAMPLE is "maybe"')
  expect(ended.stderr).not.toContain('    at ')
})
