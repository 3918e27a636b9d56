/** What is known of a page → what kind it is: an article, a live blog, a stub before a paywall, a list of links, nothing. */
import { type Block, wordCount } from './extract-dom.js'
import { isArticle, type LinkedThing } from './page-json-ld.js'

export type PageKind = 'article' | 'live-blog' | 'paywall' | 'empty' | 'list'

const wall =
  /(?:subscribe|sign in|log in|register|subscription)\b.{0,40}\b(?:to (?:continue|read|keep)|for full access)|(?:for|to) subscribers? only|this (?:article|content|story) is (?:only )?(?:for|available to) (?:our )?(?:subscribers|members)|premium (?:content|article)|already a subscriber|оформите подписку|только (?:для|по) подписк|доступн\p{L} только подписчик|материал доступен по подписке|чтобы читать (?:дальше|полностью|далее)|բաժանորդագրվեք՝? (?:ամբողջ|շարունակ)|միայն բաժանորդ|abunəçilər üçün|yalnız abunə|oxumaq üçün abunə|მხოლოდ გამომწერ|გამოიწერეთ.{0,30}წასაკითხად|sadece aboneler|abonelere özel|okumak için abone|devamı için abone/iu
const entryTime = /^(?:[01]?\d|2[0-3])[:.][0-5]\d(?:\s|[-–—|,.]|$)/

const notFound =
  /^(?:error\s+)?404(?:$|\W)|\bpage (?:was )?(?:not|cannot be|could not be) found\b|страница не (?:найдена|существует)|էջը (?:չի գտնվել|գոյություն չունի)|səhifə (?:tapılmadı|mövcud deyil)|გვერდი (?:ვერ მოიძებნა|არ არსებობს)|sayfa bulunamadı/iu

const isWall = (block: Block) => wordCount(block.text) <= 60 && wall.test(block.text)

/** Of a page that stops at a paywall: the blocks before it. `all`: every visible block of the page. */
export function beforeWall(blocks: readonly Block[], all: readonly Block[]): Block[] {
  const at = all.findIndex(isWall)
  if (at < 0) return [...blocks]
  const before = new Set(all.slice(0, at).map((block) => block.text))
  return blocks.filter((block) => before.has(block.text))
}

/** `all`: every visible block of the page; `blocks`: of the article. */
export function pageKind(page: {
  title: string
  blocks: readonly Block[]
  all: readonly Block[]
  things: readonly LinkedThing[]
  paywalled: boolean
}): PageKind {
  const words = page.blocks.reduce((sum, block) => sum + wordCount(block.text), 0)
  const walled = page.paywalled || page.all.some(isWall)
  if (walled && words < 150) return 'paywall'
  if (page.things.some((item) => item.types.includes('LiveBlogPosting'))) return 'live-blog'
  const long = page.blocks.filter((block) => wordCount(block.text) >= 15 && block.linked * 2 < block.text.length).length
  const headlines = page.all.filter((block) => block.linked > block.text.length * 0.7 && wordCount(block.text) >= 4).length
  if (page.blocks.filter((block) => entryTime.test(block.text)).length >= 4 && words > 60) return 'live-blog'
  if (headlines >= 8 && long < 2 && !page.things.some(isArticle)) return 'list'
  // What a site shows, with a title and a line of regret, where there is no page.
  if (words < 8 || (words < 60 && notFound.test(page.title))) return 'empty'
  return 'article'
}
