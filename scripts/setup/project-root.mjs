import { fileURLToPath } from 'node:url'

/** The folder that holds package.json, whatever folder a script was called from. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url))
