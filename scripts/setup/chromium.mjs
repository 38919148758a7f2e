import { existsSync } from 'node:fs'
import { runCommand } from './run-command.mjs'

// The one without windows does the same for a test in three quarters of the time.
const usualPaths = [
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** Debian's packages of Chromium, the first of which not every Debian has. */
const debianPackages = ['chromium-headless-shell', 'chromium']
// Chromium alone brings no Arabic letters; pictures of pages would show boxes.
const fontPackage = 'fonts-noto-core'
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
    const env = { DEBIAN_FRONTEND: 'noninteractive' }
    const install = ['install', '-y', '-qq', '--no-install-recommends']
    await runCommand('apt-get', ['update', '-qq'], env)
    for (const name of debianPackages) {
      console.log(`Installing ${name} and ${fontPackage} from Debian's packages ...`)
      await runCommand('apt-get', [...install, name, fontPackage], env)
      if (findChromium()) return true
    }
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
