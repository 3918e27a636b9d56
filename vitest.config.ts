import { defineConfig } from 'vitest/config'

// An odd zone (no other test machine has it, +12:45/+13:45) shows every place that leans on the local one.
const env = { TZ: 'Pacific/Chatham' }

export default defineConfig({
  test: {
    // Much of the time is waiting for databases and servers: every core takes a file.
    maxWorkers: '100%',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/**/*.postgres.test.ts', 'tests/**/*.drill.test.ts', 'tests/**/*.browser.test.ts'],
          env,
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: { name: 'postgres', include: ['tests/**/*.postgres.test.ts'], env, testTimeout: 120_000, hookTimeout: 120_000, fileParallelism: false },
      },
      // Needs Debian's chromium (or CHROMIUM with its path).
      {
        test: { name: 'browser', include: ['tests/**/*.browser.test.ts'], env, testTimeout: 300_000, hookTimeout: 120_000, fileParallelism: false },
      },
      { test: { name: 'drill', include: ['tests/**/*.drill.test.ts'], env, testTimeout: 1_200_000, hookTimeout: 120_000, fileParallelism: false } },
    ],
  },
})
