import { expect, test } from 'vitest'
import { initialsOf } from './initials.ts'

test.each([
  ['A. Kaya', 'AK'],
  ['M. de Wit', 'MW'],
  ['Rapporteur', 'R'],
  ['Élodie Ångström', 'ÉÅ'],
  ['أ. كايا', 'أك'],
  ['J.-P. Dupont', 'JD'],
  ['  ', ''],
])('the initials of %j are %j', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
