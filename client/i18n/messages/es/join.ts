import type { Translation } from '../../catalogue.ts'
import type { join as english } from '../en/join.ts'

export const join: Translation<typeof english> = {
  'join.invitedTo': 'Está invitado a',
  'join.youSpeakFor': 'Habla en nombre de',
  'join.youAre': 'Participa en calidad de',
  'join.notMyMechanism': 'No es mi mecanismo',
  'join.notMe': 'No es mi invitación',
  'join.wrongBody':
    'Entonces no se una con este enlace: lo que escribiera se atribuiría a otra persona. Avise a la secretaría que lo envió y pida la invitación hecha para usted. Este enlace no cambia.',
  'join.name': 'Su nombre, como lo verán los demás',
  'join.nameless': 'Indique su nombre, para que los demás sepan quién escribe.',
  'join.join': 'Unirse a la reunión',
  'join.joining': 'Entrando…',
  'join.foot.chair':
    'Usted prepara la reunión, invita a las personas y exporta los resultados. Lo que escribe queda registrado con su nombre.',
  'join.foot.rapporteur':
    'Usted redacta las notas de sus temas y el proyecto, junto con los demás relatores. Lo que escribe queda registrado con su nombre.',
  'join.foot.participant':
    'Usted lee las notas y el proyecto mientras se redactan. Los demás ven su nombre; la presidencia decide a quién se nombra fuera.',
  'join.foot.observer':
    'Usted lee las notas y el proyecto mientras se redactan, en la medida en que estén abiertos a los observadores. Los demás ven su nombre.',
  'join.endedOn': 'Esta invitación terminó el {moment}',
  'join.ended': 'Esta invitación ha terminado',
  'join.endedBody':
    'Pida una nueva y la secretaría se la enviará a la misma dirección. No se ha perdido nada de lo que escribió.',
  'join.used': 'Esta invitación ya se ha utilizado',
  'join.usedBody': 'Pida otra a la presidencia, o ábrala en el dispositivo donde la utilizó antes.',
  'join.unknown': 'No existe esa invitación',
  'join.unknownBody':
    'Compruebe que el enlace esté completo: los programas de correo a veces cortan los largos. O pida uno nuevo a la secretaría.',
  'join.noAnswer': '¿No recibe respuesta? Llame o escriba a la secretaría de la reunión.',
  'join.replace.title': 'Este navegador está en la reunión como {name}',
  'join.replace.titleUnknown': 'Este navegador está en la reunión como otra persona',
  'join.replace.body':
    'Un navegador es un solo miembro de una reunión. Lo que escriba a continuación se registra con el nombre que elija aquí.',
  'join.replace.stay': 'Seguir como {name}',
  'join.replace.stayUnknown': 'Seguir como ahora',
  'join.replace.go': 'Unirse como {name}',
}
