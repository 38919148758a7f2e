/** Every fault of the environment at once, one line each: the variable, what is wrong, what to set. */
export class EnvironmentError extends Error {
  readonly faults: string[]

  constructor(faults: string[]) {
    const count = faults.length === 1 ? 'one setting needs' : `${faults.length} settings need`
    super(`Minuta did not start: ${count} a change.\n${faults.map((fault) => `  ${fault}`).join('\n')}`)
    this.name = 'EnvironmentError'
    this.faults = faults
  }
}
