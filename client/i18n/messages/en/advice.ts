export const advice = {
  'advice.title': 'Advice',
  'advice.switch': 'Advice',
  'advice.switchHint': 'Where a recommendation may leave a reader guessing',
  'advice.count': { one: '{count} piece of advice', other: '{count} pieces of advice' },
  'advice.none': 'There is no advice on this text.',
  'advice.dismiss': 'Dismiss',
  'advice.dismissHint': 'It comes back when these words change.',
  'advice.dismissed': { one: '{count} dismissed', other: '{count} dismissed' },
  'advice.again': 'Show again',
  'advice.addressee': 'Nobody is asked',
  'advice.addressee.why': 'Say who should do it: “States should …”, “National rapporteurs should …”.',
  'advice.no-request': 'Nothing is asked for',
  'advice.no-request.why':
    'A recommendation says who should do what. If this only explains, make it a paragraph.',
  'advice.two-actions': 'Two things are asked for',
  'advice.two-actions.why':
    'Each can then be agreed, followed and reported on by itself: split it, or list them as (a), (b).',
  'advice.weak': 'Asked for very softly',
  'advice.weak.why': 'From strong to weak: {ladder}. Choose the step that was meant.',
  'advice.mixed': 'Two strengths in one recommendation',
  'advice.mixed.why': 'A reader asks which one holds. From strong to weak: {ladder}.',
  'advice.grammar': 'Another grammar than the rest',
  'advice.grammar.why.report':
    'Most of the draft says who should act (“States should establish …”). Keep to one manner.',
  'advice.grammar.why.upr': 'Most of the draft begins with the verb (“Establish …”). Keep to one manner.',
  'advice.acronym': '{name} is not spelled out',
  'advice.acronym.why': 'Write the full name first, with the acronym in brackets after it.',
  'advice.acronym.later': 'The full name comes later in the draft: move it to this place.',
  'advice.term': '“{name}” or “{preferred}”?',
  'advice.term.why':
    'Most of the draft says “{preferred}”. One word for one thing; two only where a difference is meant.',
  'advice.long.item': { one: '{count} word', other: '{count} words' },
  'advice.long.item.why':
    'More than 100 do not fit on the screen in the room at once. Split it, or list its parts.',
  'advice.long.sentence': { one: '{count} word in one sentence', other: '{count} words in one sentence' },
  'advice.long.sentence.why':
    'It has to be read aloud and interpreted. Two sentences are easier to agree on.',
} as const
