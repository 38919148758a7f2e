import type { Translation } from '../../catalogue.ts'
import type { terms as english } from '../en/terms.ts'

export const terms: Translation<typeof english> = {
  'kind.trend': 'Tendencia',
  'kind.good-practice': 'Buena práctica',
  'kind.lesson': 'Lección aprendida',
  'kind.challenge': 'Dificultad',
  'kind.recommendation': 'Recomendación',
  'status.proposed': 'Propuesta',
  'status.under-discussion': 'En debate',
  'status.bracketed': 'Entre corchetes',
  'status.agreed-ad-referendum': 'Acordada ad referéndum',
  'status.agreed': 'Acordada',
  'status.adopted': 'Aprobada',
  'status.withdrawn': 'Retirada',
  'role.chair': 'Presidencia',
  'role.rapporteur': 'Relator de la sesión',
  'role.participant': 'Participante',
  'role.observer': 'Observador',
  'phase.preparation': 'Preparación',
  'phase.in-session': 'En sesión',
  'phase.draft-in-the-room': 'Proyecto en sala',
  'phase.comments': 'Ronda de observaciones',
  'phase.silence': 'Procedimiento de acuerdo tácito',
  'phase.adopted': 'Aprobación',
  'phase.archived': 'Archivo',
}
