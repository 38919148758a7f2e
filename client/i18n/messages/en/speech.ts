/** Words of what is said of others while one notes: summaries for screen readers, and the hint that two note one thing. */
export const speech = {
  'speech.setting': 'Others’ changes, read aloud: {choice}',
  'speech.title': 'What others do, read aloud by screen readers',
  'speech.all': 'Every line',
  'speech.allHint': 'Each line that somebody else has finished',
  'speech.summary': 'Summaries',
  'speech.summaryHint': 'Who wrote how much and where, every 20 seconds at most',
  'speech.none': 'Nothing',
  'speech.noneHint': 'Alt+W still tells who is where',
  'speech.added': {
    one: '{name} added {count} line under {where}.',
    other: '{name} added {count} lines under {where}.',
  },
  'speech.addedHere': { one: '{name} added {count} line.', other: '{name} added {count} lines.' },
  'speech.changed': {
    one: '{name} changed {count} line under {where}.',
    other: '{name} changed {count} lines under {where}.',
  },
  'speech.changedHere': { one: '{name} changed {count} line.', other: '{name} changed {count} lines.' },
  'speech.removed': {
    one: '{name} removed {count} line under {where}.',
    other: '{name} removed {count} lines under {where}.',
  },
  'speech.removedHere': { one: '{name} removed {count} line.', other: '{name} removed {count} lines.' },
  'speech.speakers': { one: '{count} speaker', other: '{count} speakers' },
  'speech.andOthers': { one: '{count} other person wrote too.', other: '{count} other people wrote too.' },
  'speech.inLine': {
    one: '{names} is in this line.',
    other: '{names} are in this line.',
  },
  'speech.commented': '{names} commented on a line that you wrote.',
  'speech.resolved': '{name} resolved a thread on a line that you wrote.',
  'speech.reopened': 'A thread on a line that you wrote is open again.',
  'speech.sameBelow': {
    one: '{name} is noting {where} too, {count} line below.',
    other: '{name} is noting {where} too, {count} lines below.',
  },
  'speech.sameAbove': {
    one: '{name} is noting {where} too, {count} line above.',
    other: '{name} is noting {where} too, {count} lines above.',
  },
  'speech.theSame': 'the same words',
  'speech.same': 'Two people note the same intervention',
  'speech.show': 'Show',
  'speech.dismiss': 'Dismiss this hint',
} as const
