// Result files of the test runner → one closing line "N passed, N failed"; a skipped test is named and fails the run.
import { readFileSync } from 'node:fs'

let passed = 0
let failed = 0
const skipped = []
for (const file of process.argv.slice(2)) {
  for (const suite of JSON.parse(readFileSync(file, 'utf8')).testResults) {
    if (suite.status === 'failed' && suite.assertionResults.length === 0) failed++
    for (const test of suite.assertionResults) {
      if (test.status === 'passed') passed++
      else if (test.status === 'failed') failed++
      else skipped.push(`${suite.name}: ${test.fullName}`)
    }
  }
}
for (const name of skipped) console.log(`skipped: ${name}`)
console.log(`${passed} passed, ${failed} failed${skipped.length > 0 ? `, ${skipped.length} skipped` : ''}`)
if (failed > 0 || skipped.length > 0 || passed === 0) process.exitCode = 1
