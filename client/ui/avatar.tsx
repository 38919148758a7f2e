import './avatar.css'
import { initialsOf } from './initials.ts'

export interface Person {
  readonly name: string
  /** As the server gives it: 0-5, then the same six again with another line style. */
  readonly colour: number
}

export interface AvatarProps {
  person: Person
  size?: 'normal' | 'small'
}

/** A person's initials on their colour. Silent: the name stands beside it or names what holds it. */
export function Avatar({ person, size = 'normal' }: AvatarProps) {
  const { hue, line } = personStyle(person.colour)
  return (
    <span className={`avatar avatar-${size} avatar-hue-${hue} avatar-line-${line}`} aria-hidden>
      {initialsOf(person.name)}
    </span>
  )
}

/** Gives one of six colours, and which line tells people of the same colour apart (ui.md §5). */
export function personStyle(colour: number): { hue: number; line: 'solid' | 'double' | 'dashed' } {
  const round = Math.floor(colour / 6) % 3
  return { hue: (colour % 6) + 1, line: round === 0 ? 'solid' : round === 1 ? 'double' : 'dashed' }
}
