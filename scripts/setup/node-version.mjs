/** Says what to do when this Node.js is too old to run Minuta, or undefined when it will do. */
export function nodeVersionFault(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  // The same range as "engines" in package.json; Vite 8 sets the lower ends.
  const works = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22
  if (works) return undefined
  return `Minuta needs Node.js 20.19 or newer, or 22.12 or newer; this is ${version}. Install a newer one from https://nodejs.org and start again.`
}

/** Ends the process with a plain sentence if this Node.js is too old. */
export function requireNodeVersion() {
  const fault = nodeVersionFault()
  if (!fault) return
  console.error(fault)
  process.exit(1)
}
