/** An invitation’s page. */
export const join = {
  'join.invitedTo': 'You are invited to',
  'join.youSpeakFor': 'You speak for',
  'join.youAre': 'You take part as',
  'join.notMyMechanism': 'This is not my mechanism',
  'join.notMe': 'This is not my invitation',
  'join.wrongBody':
    'Then don’t join with this link: what you write would be credited to somebody else. Tell the secretariat that sent it, and ask for the invitation made for you. This link stays as it is.',
  'join.name': 'Your name, as others will see it',
  'join.nameless': 'Say your name, so that the others know who writes.',
  'join.join': 'Join the meeting',
  'join.joining': 'Joining…',
  'join.foot.chair':
    'You set up the meeting, invite people and take its outcome out. What you type is recorded under your name.',
  'join.foot.rapporteur':
    'You write the notes of your topics and the draft, together with the other rapporteurs. What you type is recorded under your name.',
  'join.foot.participant':
    'You read the notes and the draft while they are written. The others see your name; who is named outside is the chair’s choice.',
  'join.foot.observer':
    'You read the notes and the draft while they are written, as far as they are open to observers. The others see your name.',
  'join.endedOn': 'This invitation ended on {moment}',
  'join.ended': 'This invitation has ended',
  'join.endedBody':
    'Ask for a new one and the secretariat will send it to the same address. Nothing you wrote is lost.',
  'join.used': 'This invitation was already used',
  'join.usedBody': 'Ask the chair for another, or open it on the device where you used it before.',
  'join.unknown': 'There is no such invitation',
  'join.unknownBody':
    'Check that the link is whole: mail programs sometimes break long ones. Or ask the secretariat for a new one.',
  'join.noAnswer': 'No answer? Call or write to the secretariat of the meeting.',
  'join.replace.title': 'This browser is in the meeting as {name}',
  'join.replace.titleUnknown': 'This browser is in the meeting as somebody else',
  'join.replace.body':
    'One browser is one member of a meeting. What you type next is recorded under the name that you choose here.',
  'join.replace.stay': 'Stay {name}',
  'join.replace.stayUnknown': 'Stay who I am',
  'join.replace.go': 'Join as {name}',
} as const
