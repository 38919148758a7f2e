// The operator's commands, beside a running server: npm run -s operator -- invite --meeting M --role R [--name N]
// [--mechanism X] [--topics a,b]. Finds the server through the file it keeps in its data folder.
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

const usage = `npm run -s operator -- invite --meeting M --role R [--name N] [--mechanism X] [--topics a,b]
  prints one invitation link. Roles: chair, rapporteur, participant, observer.
  Without a name, --role chair invites the chair that the meeting has.`

const [command, ...rest] = process.argv.slice(2)
if (command !== 'invite') fail(command === undefined ? usage : `There is no command "${command}".\n${usage}`)

const options = readOptions(rest)
const { url, key } = readServer()
const response = await fetch(`${url}/api/operator/invitations`, {
  method: 'POST',
  headers: { 'content-type': 'application/json', authorization: `Bearer ${key}` },
  body: JSON.stringify(options),
}).catch(() => fail(`No server answers at ${url}. Start it with: npm start`))
const answer = await response.json()
if (!response.ok)
  fail(`${answer.error.message} ${response.status === 400 ? `\n${usage}` : answer.error.hint}`)
console.log(answer.url)

function readOptions(args) {
  const text = { type: 'string' }
  try {
    const { values } = parseArgs({
      args,
      options: { meeting: text, role: text, name: text, mechanism: text, topics: text },
    })
    const { topics, ...others } = values
    return topics === undefined ? others : { ...others, topics: topics.split(',') }
  } catch (error) {
    return fail(`${error.message}\n${usage}`)
  }
}

function readServer() {
  const dataDir = resolve(process.env.DATA_DIR || './data')
  try {
    return JSON.parse(readFileSync(join(dataDir, 'operator.json'), 'utf8'))
  } catch {
    return fail(`No server has been started on ${dataDir}. Set DATA_DIR, or start one with: npm start`)
  }
}

function fail(sentence) {
  console.error(sentence)
  process.exit(1)
}
