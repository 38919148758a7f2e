import { fork } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Attack, AttackName } from './attacks.ts'

const attacker = fileURLToPath(new URL('attacker.ts', import.meta.url))

/** Runs an attack in a process of lowest priority; resolves when it and its sockets are gone. */
export function attackFrom(name: AttackName, attack: Attack): Promise<void> {
  const child = fork(attacker)
  // It takes only time that nobody else wants: the server is to suffer from what it gets, not from a busy machine.
  setPriority(child.pid as number, constants.priority.PRIORITY_LOW)
  child.send({ name, attack })
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
  })
}
