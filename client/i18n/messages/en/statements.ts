/** Words of bringing a written statement into the notes. */
export const statements = {
  'statements.import': 'Import statement…',
  'statements.dropHere': 'Drop the statement here: Word, Markdown or plain text',
  'statements.oneAtATime': 'One file at a time: the first of them is read.',
  'statements.title': 'Import a written statement',
  'statements.sending': 'Sending the file: {percent}%',
  'statements.reading': 'Reading the file…',
  'statements.notRead': 'There is no text to insert yet.',
  'statements.again': 'Try again',
  'statements.another': 'Choose another file…',
  'statements.insert': 'Insert as one intervention',
  'statements.inserted': {
    one: '{count} passage is in the notes.',
    other: '{count} passages are in the notes.',
  },
  'statements.afterCaret': 'It goes after the intervention that the caret is in.',
  'statements.atEnd': 'It goes to the end of the notes.',
  'statements.numbers': 'Keep the paragraphs’ numbers ({number} …)',
  'statements.numbersHint': 'As words at the start of each paragraph, so that it can be found by them.',
  'statements.passages': {
    one: 'It becomes {count} passage',
    other: 'It becomes {count} passages',
  },
  'statements.more': {
    one: 'And {count} more, which is inserted as well.',
    other: 'And {count} more, which are inserted as well.',
  },
  'statements.whole': 'All of the text was read; nothing is left out.',
  'statements.leftOut': 'Not taken over, or not as it looked',
  'statements.left.images': {
    one: '{count} image was not taken over.',
    other: '{count} images were not taken over.',
  },
  'statements.left.drawings': {
    one: '{count} drawing or chart was not taken over.',
    other: '{count} drawings or charts were not taken over.',
  },
  'statements.left.tables': {
    one: '{count} table: each row becomes a line.',
    other: '{count} tables: each row becomes a line.',
  },
  'statements.left.comments': {
    one: '{count} comment was not taken over.',
    other: '{count} comments were not taken over.',
  },
  'statements.left.deletions': {
    one: '{count} tracked deletion was left out.',
    other: '{count} tracked deletions were left out.',
  },
  'statements.left.hidden': {
    one: '{count} hidden text was left out:',
    other: '{count} hidden texts were left out:',
  },
  'statements.left.headers': {
    one: '{count} page header or footer was left out:',
    other: '{count} page headers or footers were left out:',
  },
  'statements.left.symbols': {
    one: '{count} sign of a symbol font stands as □.',
    other: '{count} signs of symbol fonts stand as □.',
  },
  'statements.left.links': {
    one: '{count} link is plain words, for its address is not safe.',
    other: '{count} links are plain words, for their addresses are not safe.',
  },
  'statements.left.encoding': {
    one: 'The file does not say how its letters are stored: look at the accents.',
    other: 'The file does not say how its letters are stored: look at the accents.',
  },
  'statements.left.definitions': {
    one: '{count} link address that nothing refers to was left out.',
    other: '{count} link addresses that nothing refers to were left out.',
  },
  'statements.left.other': {
    one: '{count} piece could not be placed. Copy it if you need it:',
    other: '{count} pieces could not be placed. Copy them if you need them:',
  },
  'statements.problem.format':
    'This is not a Word document, Markdown or plain text. Save it as .docx or copy its text and paste it into the notes.',
  'statements.problem.legacy':
    'This is an older Word document (.doc). Open it in Word, save it as .docx and choose that file.',
  'statements.problem.encrypted':
    'This document is protected by a password. Save a copy without the password and choose that file.',
  'statements.problem.damaged':
    'This file is damaged or not what its name says. Open it in Word, save it again as .docx and choose that file.',
  'statements.problem.too-much':
    'There is far more in this file than a statement holds, so it was not opened. Copy its text and paste it into the notes.',
  'statements.problem.too-long':
    'This text is too long for one intervention. Split the file into parts and import one after the other.',
  'statements.problem.too-slow':
    'Reading this file took too long and was stopped. Try again, or copy its text and paste it into the notes.',
  'statements.problem.empty': 'There is no text in this file. If it is a scan, it holds only pictures.',
  'statements.problem.offline':
    'You are offline. Reading a file needs the connection; the file stays chosen. Try again when you are back online.',
  'statements.problem.too-large':
    'This file is larger than 5 MB. Take the pictures out of it, or copy its text and paste it into the notes.',
  'statements.problem.too-many': 'Many files are being read just now. Wait a moment, then try again.',
  'statements.problem.forbidden': 'You can’t write in these notes any more. Ask the chair.',
  'statements.problem.failed': 'The file could not be read just now. Try again in a moment; it stays chosen.',
} as const
