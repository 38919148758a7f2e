import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Attack, AttackName } from './attacks.ts'

const attacker = fileURLToPath(new URL('attacker.ts', import.meta.url))

/** An attack that waits for a server that answers no more is ended. */
const MOST_MS = 90_000

/** Runs an attack in a process of low priority; resolves when it and its sockets are gone. */
export function attackFrom(name: AttackName, attack: Attack): Promise<void> {
  const child = fork(attacker)
  // It takes only time that nobody else wants: the server is to suffer from what it gets, not from a busy machine.
  setPriority(child.pid as number, constants.priority.PRIORITY_BELOW_NORMAL)
  child.send({ name, attack })
  const tooLong = setTimeout(() => child.kill('SIGKILL'), MOST_MS)
  return new Promise((resolve) => {
    child.once('exit', () => {
      clearTimeout(tooLong)
      resolve()
    })
  })
}
