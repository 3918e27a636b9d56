// The running Node's version → nothing, or one line that says what was found, what is needed and how to get it (exit 1).
var found = process.versions.node.split('.').map(Number)
if (found[0] < 20 || (found[0] === 20 && found[1] < 19)) {
  console.error(
    'Readout needs Node.js 20.19 or later; this is ' +
      process.versions.node +
      '. Install the current LTS from https://nodejs.org (or: nvm install --lts).',
  )
  process.exit(1)
}
