import { spawn } from 'node:child_process'
import { projectRoot } from './project-root.mjs'

/**
 * Runs a command in this terminal and resolves with its exit code; 1 if it could not be started.
 * It gets no standard input, so nothing can wait for an answer that never comes.
 */
export function runCommand(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...env },
    })
    child.on('error', (error) => {
      console.error(`${command} could not be started: ${error.message}`)
      resolve(1)
    })
    child.on('close', (code) => resolve(code ?? 1))
  })
}

/** Runs a script of this project's own node_modules with this very Node.js. */
export function runTool(script, args, env) {
  return runCommand(process.execPath, [`node_modules/${script}`, ...args], env)
}
