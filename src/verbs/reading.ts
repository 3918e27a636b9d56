/** read, poll, rebuild: work that may take long → a bar while it runs, a report when it is done. */
import { createProgress } from '../../adapters/terminal/progress.js'
import { operatorWords } from '../messages/words.js'
import { rebuild } from '../pipeline.js'
import { droppedLine, everyFile, readPaths } from '../reading.js'
import type { RereadReport } from '../rereading.js'
import type { PollReport } from '../sources/source-store.js'
import { print, type Session, show } from './session.js'

const say = operatorWords()
const droppedShown = 5

/** A report as a person reads it: a line a source, what was dropped and why under it. */
function reportText(reports: readonly PollReport[]): string {
  const lines = reports.flatMap((report) => {
    const head = report.error
      ? say('report-failed', { name: report.source, reason: report.error })
      : say('report-source', {
          name: report.source,
          fetched: report.fetched,
          new: report.new,
          changed: report.changed,
          dropped: report.dropped.length,
        })
    const more = report.dropped.length - droppedShown
    const dropped = report.dropped.slice(0, droppedShown).map((one) => `  ${droppedLine(one)}`)
    return [head, ...dropped, ...(more > 0 ? [`  ${say('report-more', { count: more })}`] : [])]
  })
  const total = (pick: (report: PollReport) => number): number => reports.reduce((sum, report) => sum + pick(report), 0)
  if (reports.length > 1)
    lines.push(
      say('report-total', {
        sources: reports.length,
        failed: reports.filter((report) => report.error).length,
        new: total((report) => report.new),
        dropped: total((report) => report.dropped.length),
      }),
    )
  return lines.join('\n')
}

/** Pages read again, a line a source. */
function rereadLines(reports: readonly RereadReport[]): string[] {
  return reports.map((report) =>
    say('report-reread', { name: report.source, read: report.read, changed: report.changed.length, withdrawn: report.withdrawn.length }),
  )
}

/** For programs: what was read again beside what was polled; a source of which only old pages were read has a report too. */
function withRereads(reports: readonly PollReport[], rereads: readonly RereadReport[]): unknown[] {
  const polled = reports.map((report) => ({ ...report, reread: rereads.find(({ sourceId }) => sourceId === report.sourceId) ?? null }))
  const others = rereads.filter(({ sourceId }) => !reports.some((report) => report.sourceId === sourceId))
  return [
    ...polled,
    ...others.map((reread) => ({
      source: reread.source,
      sourceId: reread.sourceId,
      fetched: 0,
      new: 0,
      changed: 0,
      dropped: [],
      error: null,
      reread,
    })),
  ]
}

export async function readVerb(paths: readonly string[], source: string, session: Session): Promise<void> {
  const local = paths.filter((path) => !/^https?:\/\//i.test(path))
  const progress = createProgress('reading', (await everyFile(local)).length + paths.length - local.length)
  const report = await readPaths(paths, source, session.readout.readingPorts, () => progress.step())
  progress.end()
  print(session.options.json ? JSON.stringify(report) : reportText([report]))
  if (report.new + report.changed === 0 && report.dropped.length > 0) throw new Error(report.dropped.map(droppedLine).join('; '))
}

/** Ctrl-C ends it between two items: nothing is half-written, the next poll goes on. */
export async function pollVerb(all: boolean, session: Session): Promise<void> {
  const sources = await session.readout.commandPorts.sources.list()
  if (sources.length === 0) return show(session, await session.say('sources', ''))
  const stopping = new AbortController()
  const onInterrupt = (): void => stopping.abort()
  process.once('SIGINT', onInterrupt)
  const progress = createProgress('polling', sources.length)
  const reports = await session.readout.poll({ all, signal: stopping.signal, onSource: () => progress.step() })
  const rereads = await session.readout.reread({ all, signal: stopping.signal })
  progress.end()
  process.off('SIGINT', onInterrupt)
  const text = [reports.length > 0 ? reportText(reports) : say('report-nothing-due'), ...rereadLines(rereads)].join('\n')
  print(session.options.json ? JSON.stringify(withRereads(reports, rereads)) : text)
  if (stopping.signal.aborted) process.stderr.write(`${say('report-interrupted')}\n`)
}

export async function rebuildVerb(session: Session): Promise<void> {
  const { readout } = session
  const zones = new Map((await readout.commandPorts.sources.list()).map((source) => [source.id, source.zone]))
  const progress = createProgress('rebuilding', await readout.commandPorts.articles.count())
  const articles = await rebuild({ ...readout.readingPorts, zoneOf: (id) => zones.get(id) ?? null }, () => progress.step())
  progress.end()
  print(session.options.json ? JSON.stringify({ articles }) : say('report-rebuilt', { articles }))
}
