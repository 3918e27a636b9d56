/** The bundled sample → a Readout that has read it, as an operator would have it read. */
import { type Newsroom, openNewsroom, sampleNow } from '../sample/newsroom.js'
import { loadConfig } from '../src/config.js'
import { createHandle } from '../src/handle.js'
import { assemble, type Readout } from '../src/main.js'
import type { Handle } from '../src/platform.js'
import { createSession } from '../src/verbs/session.js'
import { preparedFolder, silentLog } from './store/test-store.js'

export interface SampleReadout {
  readout: Readout
  newsroom: Newsroom
  close(): Promise<void>
}

/** `read`: the whole sample is read, which takes some seconds; else its sources are only listed. */
export async function openSampleReadout({ read = true } = {}): Promise<SampleReadout> {
  const newsroom = await openNewsroom()
  const dataDir = await preparedFolder()
  const readout = await assemble({ ...loadConfig({}), dataDir, allowHosts: ['127.0.0.1'] }, { now: () => sampleNow, log: silentLog })
  const session = createSession(readout, {})
  for (const { outlet, home } of newsroom.homes) {
    const { name, country, ownership, zone, lang } = outlet
    if (read) await session.say('addsource', { link: home, yes: true, name, country, ownership, zone })
    else
      await readout.commandPorts.sources.add(
        { name, country, ownership, zone, language: lang, kind: 'page', url: home, home, confirmed: true },
        sampleNow,
      )
  }
  return {
    readout,
    newsroom,
    async close() {
      await readout.close()
      await newsroom.close()
    },
  }
}

/** Every utterance is the first of its kind. */
export const allNew = { first: async () => true, forget: async () => {}, dropBefore: async () => {} }

/** What an adapter calls, open to everybody. `owners`: as in addresses ("slack:T1/UADMIN"). */
export function sampleHandle(readout: Readout, owners: string[] = []): Handle {
  return createHandle({
    ports: readout.commandPorts,
    handled: allNew,
    access: 'open',
    owners,
    zone: 'Asia/Tbilisi',
    now: () => sampleNow,
    log: silentLog,
  } as Parameters<typeof createHandle>[0])
}
