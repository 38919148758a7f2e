import type { Translation } from '../../catalogue.ts'
import type { errors as english } from '../en/errors.ts'

export const errors: Translation<typeof english> = {
  'error.offline': 'No se puede acceder al servidor.',
  'error.offline.hint': 'Inténtelo de nuevo cuando vuelva la conexión.',
  'error.internal': 'Se ha producido un error en el servidor.',
  'error.internal.hint': 'Inténtelo de nuevo en un momento.',
  'error.bad-request': 'No se ha podido interpretar la solicitud.',
  'error.bad-request.hint': 'Recargue la página e inténtelo de nuevo.',
  'error.signed-out': 'No ha iniciado sesión.',
  'error.signed-out.hint':
    'Abra de nuevo su enlace de invitación. Lo que escribió en este dispositivo se conserva.',
  'error.forbidden': 'Su función en esta reunión no lo permite.',
  'error.forbidden.hint': 'Consulte a la presidencia de la reunión.',
  'error.origin-refused': 'La solicitud procedía de otro sitio.',
  'error.origin-refused.hint': 'Abra Minuta en su propia dirección.',
  'error.not-found': 'No hay nada en esta dirección.',
  'error.not-found.hint': 'Compruebe el enlace o vuelva a empezar desde la primera página.',
  'error.too-large': 'Es más de lo que se puede enviar de una vez.',
  'error.too-large.hint': 'Envíelo en partes más pequeñas.',
}
