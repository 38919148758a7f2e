import type { Translation } from '../../catalogue.ts'
import type { terms as english } from '../en/terms.ts'

export const terms: Translation<typeof english> = {
  'kind.trend': 'Tendance',
  'kind.good-practice': 'Bonne pratique',
  'kind.lesson': 'Enseignement',
  'kind.challenge': 'Difficulté',
  'kind.recommendation': 'Recommandation',
  'status.proposed': 'Proposée',
  'status.under-discussion': 'En discussion',
  'status.bracketed': 'Entre crochets',
  'status.agreed-ad-referendum': 'Agréée ad referendum',
  'status.agreed': 'Agréée',
  'status.adopted': 'Adoptée',
  'status.withdrawn': 'Retirée',
  'role.chair': 'Présidence',
  'role.rapporteur': 'Rapporteur de séance',
  'role.participant': 'Participant',
  'role.observer': 'Observateur',
  'phase.preparation': 'Préparation',
  'phase.in-session': 'En séance',
  'phase.draft-in-the-room': 'Projet en salle',
  'phase.comments': 'Tour d’observations',
  'phase.silence': 'Procédure d’approbation tacite',
  'phase.adopted': 'Adoption',
  'phase.archived': 'Archives',
}
