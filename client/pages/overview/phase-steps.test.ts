import { expect, test } from 'vitest'
import { phaseSteps } from './phase-steps.ts'

test('phases before the current one are done, those after it ahead; the archive is not among them', () => {
  expect(phaseSteps('draft-in-the-room').map(({ phase, state }) => `${phase} ${state}`)).toEqual([
    'preparation done',
    'in-session done',
    'draft-in-the-room now',
    'comments ahead',
    'silence ahead',
    'adopted ahead',
  ])
})

test('an archived meeting has all its phases behind it', () => {
  const steps = phaseSteps('archived')
  expect(steps.at(-1)).toEqual({ phase: 'archived', state: 'now' })
  expect(steps.slice(0, -1).every(({ state }) => state === 'done')).toBe(true)
})
