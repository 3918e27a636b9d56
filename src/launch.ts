#!/usr/bin/env node
/** The running Node's version → the command line, or one line that says what is needed. Loads nothing before the check. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Readout needs Node.js 20.19 or later; this is ${process.versions.node}. Install the current LTS from https://nodejs.org (or: nvm install --lts).`,
  )
  process.exitCode = 1
} else {
  // A reader that went away (`| head`) is no fault.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0)
    throw error
  })
  void import('./cli.js').then(async ({ runCommandLine }) => {
    process.exitCode = await runCommandLine(process.argv.slice(2))
  })
}
