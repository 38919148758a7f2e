import type { Translation } from '../../catalogue.ts'
import type { home as english } from '../en/home.ts'

export const home: Translation<typeof english> = {
  'home.toFirstPage': 'Ir a la primera página',
  'home.myMeetings': 'Mis reuniones',
  'home.as': '{name}, {role}',
  'home.how':
    'Se entra con un enlace de invitación o su código QR, que envía la secretaría o la presidencia de la reunión. No hay contraseña.',
  'home.link': 'Su enlace de invitación',
  'home.linkWrong': 'No es un enlace de invitación. Termina en una larga serie de letras y cifras.',
  'home.open': 'Abrir la invitación',
  'home.operator':
    '¿Administra este servidor? El primer enlace de presidencia se mostró al iniciarse Minuta.',
}
