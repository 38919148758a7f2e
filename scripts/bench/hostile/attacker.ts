import process from 'node:process'
import { type Attack, type AttackName, attacks } from './attacks.ts'

// A process of its own: what an attack costs the attacker must not slow the honest clients that are measured.
process.once('message', async ({ name, attack }: { name: AttackName; attack: Attack }) => {
  try {
    await attacks[name](attack)
  } finally {
    // Without goodbye: its sockets end as they are.
    process.exit(0)
  }
})
// A bench that was stopped leaves nothing running.
process.once('disconnect', () => process.exit(1))
