import type { Translation } from '../../catalogue.ts'
import type { outbox as english } from '../en/outbox.ts'

export const outbox: Translation<typeof english> = {
  'outbox.refused': {
    one: '{count} modification n’a pas été faite.',
    other: '{count} modifications n’ont pas été faites.',
  },
  'outbox.refusedBody':
    'Le serveur n’a pas accepté ce que vous avez demandé. C’est seulement sur cet appareil : réessayez ou abandonnez.',
  'outbox.goTo': 'Aller au projet',
  'outbox.behind': 'Attend ce qui précède.',
  'outbox.waits': 'C’est gardé sur cet appareil et sera fait quand la connexion reviendra.',
  'outbox.waiting.split': 'La division attend la connexion',
  'outbox.waiting.combine': 'La réunion attend la connexion',
  'outbox.waiting.apart': 'La séparation attend la connexion',
  'outbox.waiting.undo': 'L’annulation attend la connexion',
  'outbox.giveUp': 'Y renoncer',
}
