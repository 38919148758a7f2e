import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { nodeVersionFault } from './node-version.mjs'

test.each(['20.19.0', '20.20.2', '22.12.0', '24.1.0'])('Node %s is accepted', (version) => {
  expect(nodeVersionFault(version)).toBeUndefined()
})

test.each(['18.20.0', '20.18.9', '21.7.3', '22.11.0'])('Node %s is refused with what to do', (version) => {
  expect(nodeVersionFault(version)).toContain(`this is ${version}`)
})

test('the range is the one that package.json names', () => {
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'))
  expect(manifest.engines.node).toBe('^20.19.0 || >=22.12.0')
})
