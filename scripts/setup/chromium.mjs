import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'

const usualPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

// Debian's Chromium alone brings no Arabic letters; pictures of pages would show boxes.
const debianPackages = ['chromium', 'fonts-noto-core']
const fontFolder = '/usr/share/fonts/truetype/noto'

/** The browser that browser tests drive: CHROMIUM_PATH if set, else the first usual place that has one. */
export function findChromium() {
  const chosen = process.env.CHROMIUM_PATH
  if (chosen) return existsSync(chosen) ? chosen : undefined
  return usualPaths.find((path) => existsSync(path))
}

/** Makes sure of a browser, from Debian's packages where that is possible. False with advice where it is not. */
export async function ensureChromium() {
  const debianRoot = process.getuid?.() === 0 && existsSync('/etc/debian_version')
  if (findChromium() && (!debianRoot || process.env.CHROMIUM_PATH || existsSync(fontFolder))) return true

  if (debianRoot && !process.env.CHROMIUM_PATH) {
    console.log(`Installing ${debianPackages.join(' and ')} from Debian's packages ...`)
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    await runCommand('apt-get', ['update', '-qq'], env)
    await runCommand('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...debianPackages], env)
    if (findChromium()) return true
  }
  console.error(
    [
      'The browser tests need Chromium, and none was found.',
      '  Debian or Ubuntu:  sudo apt-get install chromium fonts-noto-core',
      '  Elsewhere:         install Chromium or Chrome and set CHROMIUM_PATH to its program file.',
    ].join('\n'),
  )
  return false
}
