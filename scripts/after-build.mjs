// Compiled launcher → executable, every time: npm sets the bit only at the first install.
import { chmodSync } from 'node:fs'

chmodSync(new URL('../dist/src/launch.js', import.meta.url), 0o755)
