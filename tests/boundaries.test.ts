/** The doors between the rooms are a test, not advice: a room imports only rooms above it in the tree. */
import { cruise } from 'dependency-cruiser'
import { describe, expect, it } from 'vitest'
import { packageFile } from '../src/package-files.js'

/** The rooms in the order of the data; each may import those before it. */
const rooms = [
  'src/text',
  'src/lexicon',
  'src/sources',
  'src/articles',
  'src/stories',
  'src/subscribers',
  'src/answers',
  'src/messages',
  'src/pictures',
  'src/commands',
]
/** One owner per outside thing. */
const owners: Record<string, RegExp> = {
  grammy: /^adapters\/telegram\//,
  '@slack/bolt': /^adapters\/slack\//,
  'node-cron': /^digests\/schedule/,
  pg: /^src\/store\//,
  kysely: /^src\/store\//,
}

/** What sees everything: start, command line and its verbs. */
const wiring = /^src\/(?:(?:main|cli|launch)\.ts$|verbs\/)/

interface Edge {
  from: string
  to: string
}

async function edges(): Promise<Edge[]> {
  const { output } = await cruise(['src', 'adapters', 'digests'], {
    baseDir: packageFile('.'),
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    ruleSet: {},
  })
  if (typeof output === 'string') throw new Error('dependency-cruiser: expected a result object')
  return output.modules.flatMap((module) => module.dependencies.map((dependency) => ({ from: module.source, to: dependency.resolved })))
}

function roomOf(file: string): string | undefined {
  return rooms.find((room) => file.startsWith(`${room}/`))
}

/** Why an import is not allowed, or null. */
function fault({ from, to }: Edge): string | null {
  if (to.startsWith('node_modules/') || !/^(src|adapters|digests)\//.test(to)) return null
  if (wiring.test(to)) return wiring.test(from) ? null : 'main.ts, cli.ts and the verbs are imported by nobody else'
  if (wiring.test(from) || to === 'src/package-files.ts') return null
  const fromRoom = roomOf(from)
  const toRoom = roomOf(to)
  if (to.startsWith('src/store/') && !from.startsWith('src/store/')) return 'only main.ts and cli.ts see store/'
  if (to.startsWith('src/model/') && !from.startsWith('src/model/')) return 'only main.ts and cli.ts see model/'
  if (to === 'src/config.ts') return 'configuration is handed in'
  if (fromRoom && toRoom) return rooms.indexOf(toRoom) <= rooms.indexOf(fromRoom) ? null : `${toRoom} is below ${fromRoom}`
  if (fromRoom && /^(adapters|digests)\//.test(to)) return 'the core knows no platform and no digest'
  if (from.startsWith('digests/') && to.startsWith('adapters/')) return 'digests know no platform'
  if (from.startsWith('adapters/')) {
    const own = from.split('/').slice(0, 2).join('/')
    if (to.startsWith('adapters/') && !to.startsWith(`${own}/`)) return 'an adapter knows no other adapter'
    if (!to.startsWith('adapters/') && !/^src\/(platform\.ts|commands\/|messages\/|pictures\/|subscribers\/|text\/)/.test(to))
      return 'adapters see platform, commands, messages, pictures, subscribers'
  }
  return null
}

describe('the doors between rooms', () => {
  it('are respected by every import', async () => {
    const all = await edges()
    const own = new Set(all.map((edge) => edge.from))
    expect(own.size).toBeGreaterThan(20)
    expect(all.flatMap((edge) => (fault(edge) ? [`${edge.from} → ${edge.to}: ${fault(edge)}`] : []))).toEqual([])
  })
  it('give every outside thing one owner', async () => {
    const wrong = (await edges()).filter(({ from, to }) =>
      Object.entries(owners).some(([name, owner]) => to.startsWith(`node_modules/${name}/`) && !owner.test(from)),
    )
    expect(wrong).toEqual([])
  })
  it('would notice a wrong import', () => {
    expect(fault({ from: 'src/text/a.ts', to: 'src/stories/b.ts' })).toBe('src/stories is below src/text')
    expect(fault({ from: 'src/answers/a.ts', to: 'src/store/b.ts' })).toBe('only main.ts and cli.ts see store/')
    expect(fault({ from: 'adapters/telegram/a.ts', to: 'adapters/slack/b.ts' })).toBe('an adapter knows no other adapter')
  })
})
