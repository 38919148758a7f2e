/** The first page: my meetings, or what Minuta is and how to get in. */
export const home = {
  'home.toFirstPage': 'To the first page',
  'home.myMeetings': 'My meetings',
  'home.as': '{name}, {role}',
  'home.how':
    'You come in by an invitation link or its QR code, sent by the secretariat or the chair of your meeting. There is no password.',
  'home.link': 'Your invitation link',
  'home.linkWrong': 'This is no invitation link. It ends in a long row of letters and digits.',
  'home.open': 'Open the invitation',
  'home.operator': 'You run this server? The first chair’s link was printed when Minuta started.',
} as const
