import { PHASES, type Phase } from '../../../shared/permissions/principal.ts'

export interface PhaseStep {
  readonly phase: Phase
  readonly state: 'done' | 'now' | 'ahead'
}

/** Gives the phases as steps. The archive stands among them only once the meeting is there. */
export function phaseSteps(current: Phase): PhaseStep[] {
  const at = PHASES.indexOf(current)
  return PHASES.filter((phase) => phase !== 'archived' || current === 'archived').map((phase) => {
    const index = PHASES.indexOf(phase)
    return { phase, state: index < at ? 'done' : index === at ? 'now' : 'ahead' }
  })
}
