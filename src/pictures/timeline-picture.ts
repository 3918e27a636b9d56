/** The stories of a timeline → one picture of their coverage: articles by the outlets' countries over time, developments numbered and named below. */
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { countryName, dayRange } from '../messages/format.js'
import type { Say } from '../messages/words.js'
import type { Story } from '../stories/story.js'
import { plainDateIn } from '../text/dates.js'
import { barsOf, type Chart } from './coverage.js'
import { svgToPng } from './png.js'
import { clipped, escapeXml, textWidth } from './svg-text.js'

export interface TimelineRequest {
  stories: readonly Story[]
  /** The subject, in Readout's own words. */
  title: string
  lang: Language
  zone: string
  say: Say
  lexicon: Lexicon
}

export interface Picture {
  svg: string
  /** The same for a phone, read one to one. */
  narrowSvg(): string
  /** Drawn on demand: it takes some 40 ms. */
  png(): Uint8Array
  /** The same in words. */
  alt: string
}

/** Units of the picture. A chat shows the wide one zoomed; the narrow one fits a phone as it is. */
const widths = { wide: 720, narrow: 380 } as const
const margin = 28
const plotHeight = 190
const axisHeight = 34
const markRow = 26
const lineHeight = 30
const mostDevelopments = 8
/** Share of its size to which a line may be set smaller. */
const smallest = 0.8
/** Between the names of a subject or a label. */
const between = ' · '

/** Told apart without red against green, and none a flag's. */
const colours: Record<string, string> = {
  AM: '#d98c00',
  AZ: '#2878b5',
  GE: '#2a9d78',
  RU: '#a05195',
  TR: '#c8553d',
  IR: '#6b8e23',
  US: '#3f51a3',
  FR: '#8d6e63',
}
const otherColour = '#8a94a3'
const ink = '#1d2733'
const faint = '#66707d'
const paper = '#fbfbf8'
const rule = '#d9dcd6'

interface Drawing extends TimelineRequest {
  /** In units. */
  width: number
}

/** Null when there is nothing to draw: fewer than two developments. */
export function timelinePicture(request: TimelineRequest): Picture | null {
  const stories = [...request.stories].sort((a, b) => a.firstAt.getTime() - b.firstAt.getTime()).slice(-mostDevelopments)
  if (stories.length < 2) return null
  const chart = barsOf(stories, request.zone)
  const svg = draw(stories, chart, { ...request, width: widths.wide })
  return {
    svg,
    narrowSvg: () => draw(stories, chart, { ...request, width: widths.narrow }),
    png: () => svgToPng(svg, widths.wide * 2),
    alt: altOf(stories, chart, request),
  }
}

function altOf(stories: readonly Story[], chart: Chart, { title, lang, say }: TimelineRequest): string {
  const period = dayRange([chart.from, chart.to], lang)
  return say('picture-alt', { title, period, articles: chart.articles, developments: stories.length })
}

function text(
  x: number,
  y: number,
  words: string,
  style: { size: number; bold?: boolean; fill?: string; anchor?: 'start' | 'middle' | 'end' },
): string {
  const weight = style.bold ? ' font-weight="bold"' : ''
  return `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${style.size}"${weight} fill="${style.fill ?? ink}" text-anchor="${style.anchor ?? 'start'}">${escapeXml(words)}</text>`
}

function draw(stories: readonly Story[], chart: Chart, request: Drawing): string {
  const { width } = request
  const isNarrow = width < widths.wide
  const sizes = isNarrow ? { title: 18, below: 12 } : { title: 24, below: 16 }
  const inner = width - 2 * margin
  const parts: string[] = []
  const line = (words: string, y: number, style: { size: number; bold?: boolean; fill?: string }): string => {
    const size = sizeWithin(words, inner, style)
    return text(margin, y, clipped(words, size, inner, style.bold), { ...style, size })
  }
  let y = margin + 18
  parts.push(line(titleWithin(request.title, sizes.title, inner), y, { size: sizes.title, bold: true }))
  y += 28
  parts.push(line(dayRange([chart.from, chart.to], request.lang), y, { size: sizes.below, fill: faint }))
  y += 23
  parts.push(line(request.say('picture-unit', { per: chart.unit }), y, { size: sizes.below, fill: faint }))
  const legend = drawLegend(chart, y + 26, request)
  parts.push(...legend.parts)
  const marks = placeMarks(stories, chart, request.zone, inner)
  const top = legend.end + 14 + marks.rows * markRow
  const axis = drawAxis(chart, top + plotHeight, inner, request.lang)
  parts.push(...drawMarks(marks, top), ...drawBars(chart, top, inner), ...axis.parts)
  y = axis.end + axisHeight
  // Where there is no room beside the date, the label stands below it.
  const labelX = isNarrow
    ? margin + 32
    : margin + 46 + Math.max(...stories.map((story) => textWidth(dateOf(story, request.lang, request.zone), 15, true) * 0.94))
  for (const [index, story] of stories.entries()) {
    parts.push(...drawEntry(story, { number: index + 1, y, labelX, labelY: isNarrow ? y + 21 : y }, request))
    y += isNarrow ? lineHeight + 21 : lineHeight
  }
  const height = y + 2
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(altOf(stories, chart, request))}" font-family="DejaVu Sans, sans-serif"><rect width="${width}" height="${height}" rx="14" fill="${paper}"/>${parts.join('')}</svg>`
}

/** As many of the subject's names as fit whole. */
function titleWithin(title: string, size: number, room: number): string {
  const names = title.split(between)
  while (names.length > 1 && textWidth(names.join(between), size, true) > room) names.pop()
  return names.join(between)
}

/** Words that are a little too long are set smaller before they are cut. */
function sizeWithin(words: string, room: number, { size, bold = false }: { size: number; bold?: boolean }): number {
  return Math.max(size * smallest, Math.min(size, (size * room) / textWidth(words, size, bold)))
}

function colourOf(country: string): string {
  return colours[country] ?? otherColour
}

function nameOf(country: string, { lang, say }: TimelineRequest): string {
  if (country === 'other') return say('picture-other')
  return country === 'unlabelled' ? say('unlabelled') : countryName(country, lang)
}

/** Names of the countries with their colours, wrapped where the line is full. */
function drawLegend(chart: Chart, start: number, request: Drawing): { parts: string[]; end: number } {
  const parts: string[] = []
  let x = margin
  let y = start
  for (const { country, count } of chart.sides) {
    const label = `${nameOf(country, request)} ${count}`
    const wide = 20 + textWidth(label, 15) + 18
    if (x > margin && x + wide > request.width - margin) {
      x = margin
      y += 24
    }
    parts.push(`<rect x="${x}" y="${y - 12}" width="14" height="14" rx="3" fill="${colourOf(country)}"/>`, text(x + 20, y, label, { size: 15 }))
    x += wide
  }
  return { parts, end: y }
}

function xOf(chart: Chart, index: number, inner: number): number {
  return margin + (inner * (index + 0.5)) / chart.bars.length
}

function drawBars(chart: Chart, top: number, inner: number): string[] {
  const highest = Math.max(1, ...chart.bars.map((bar) => bar.parts.reduce((sum, part) => sum + part.count, 0)))
  const wide = Math.max(3, Math.min(34, (inner / chart.bars.length) * 0.74))
  const parts = [`<line x1="${margin}" x2="${margin + inner}" y1="${top + plotHeight}" y2="${top + plotHeight}" stroke="${rule}" stroke-width="2"/>`]
  chart.bars.forEach((bar, index) => {
    let base = top + plotHeight
    for (const { country, count } of bar.parts) {
      const high = (count / highest) * (plotHeight - 8)
      base -= high
      parts.push(
        `<rect x="${(xOf(chart, index, inner) - wide / 2).toFixed(1)}" y="${base.toFixed(1)}" width="${wide.toFixed(1)}" height="${Math.max(1, high - 1).toFixed(1)}" fill="${colourOf(country)}"/>`,
      )
    }
  })
  parts.push(text(margin - 8, top + 12, String(highest), { size: 13, fill: faint, anchor: 'end' }))
  return parts
}

/** First and last day, and one between where there is room; the last a line lower where it would touch the first. */
function drawAxis(chart: Chart, y: number, inner: number, lang: Language): { parts: string[]; end: number } {
  const last = chart.bars.length - 1
  const name = (index: number): string => dayRange([chart.bars[index]?.day ?? chart.from, chart.bars[index]?.day ?? chart.from], lang)
  const size = 14
  const first = text(margin, y + 24, name(0), { size, fill: faint })
  const middle = Math.round(last / 2)
  const room = inner - textWidth(name(0), size) - textWidth(name(last), size)
  const between =
    last >= 4 && room > textWidth(name(middle), size) * 1.6
      ? [text(xOf(chart, middle, inner), y + 24, name(middle), { size, fill: faint, anchor: 'middle' })]
      : []
  const end = room < 16 && last > 0 ? y + 44 : y + 24
  return { parts: [first, ...between, text(margin + inner, end, name(last), { size, fill: faint, anchor: 'end' })], end }
}

interface Marks {
  placed: { x: number; row: number; number: number }[]
  rows: number
}

/** A numbered mark above the bar of each development; those too near stand one above the other. */
function placeMarks(stories: readonly Story[], chart: Chart, zone: string, inner: number): Marks {
  const lastX: number[] = []
  const placed = stories.map((story, index) => {
    const x = xOf(chart, chart.indexOf(plainDateIn(story.firstAt, zone)), inner)
    let row = 0
    while ((lastX[row] ?? Number.NEGATIVE_INFINITY) > x - markRow) row++
    lastX[row] = x
    return { x, row, number: index + 1 }
  })
  return { placed, rows: Math.max(1, lastX.length) }
}

function drawMarks({ placed }: Marks, top: number): string[] {
  const height = (row: number): number => top - 12 - row * markRow
  const lines = placed.map(
    ({ x, row }) =>
      `<line x1="${x.toFixed(1)}" x2="${x.toFixed(1)}" y1="${height(row) + 11}" y2="${top + plotHeight}" stroke="${rule}" stroke-width="1.5" stroke-dasharray="2 4"/>`,
  )
  const discs = placed.flatMap(({ x, row, number }) => [
    `<circle cx="${x.toFixed(1)}" cy="${height(row)}" r="11" fill="${ink}"/>`,
    text(x, height(row) + 5, String(number), { size: 14, bold: true, fill: paper, anchor: 'middle' }),
  ])
  return [...lines, ...discs]
}

/** "3  30 August 2024  Signing · Border": the label is made of agreed tags, never of a source's words; a tag that does not fit is left out. */
function drawEntry(
  story: Story,
  at: { number: number; y: number; labelX: number; labelY: number },
  { title, lang, zone, lexicon, width }: Drawing,
): string[] {
  const [topic, second] = story.topics
  const tags = [story.event, topic, ...story.people.slice(0, 2), ...story.places.slice(0, 1), second]
  const said = new Set(title.split(between))
  const names = tags.flatMap((slug) => (slug ? [lexicon.displayName(slug, lang)] : [])).filter((name) => !said.has(name))
  let label = names[0] ?? title
  for (const name of names.slice(1)) if (textWidth(`${label}${between}${name}`, 15) <= width - margin - at.labelX) label = `${label}${between}${name}`
  return [
    `<circle cx="${margin + 11}" cy="${at.y - 5}" r="11" fill="${ink}"/>`,
    text(margin + 11, at.y, String(at.number), { size: 14, bold: true, fill: paper, anchor: 'middle' }),
    text(margin + 32, at.y, dateOf(story, lang, zone), { size: 15, bold: true }),
    text(at.labelX, at.labelY, clipped(label, 15, width - margin - at.labelX), { size: 15 }),
  ]
}

function dateOf(story: Story, lang: Language, zone: string): string {
  const told = plainDateIn(story.firstAt, zone)
  const day = story.eventDateInText && story.eventDate ? story.eventDate : told
  return dayRange([day, day], lang)
}
