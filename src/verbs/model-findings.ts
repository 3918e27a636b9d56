/** The language model's variables → whether the endpoint answers, and whether what it makes of one headline could be shown (`readout doctor`). */
import type { Config } from '../config.js'
import type { Language, Lexicon } from '../lexicon/lexicon.js'
import { operatorWords } from '../messages/words.js'
import { createModelClient, ModelError } from '../model/client.js'
import { translateHeadline } from '../model/translate.js'
import { bad, type Finding, good } from './finding.js'

const say = operatorWords()
const about = 'language model'
/** A model of one's own may have to be loaded first. */
const patienceMs = 45_000
/** As simple as headlines are. */
const trial = { title: 'Пашинян и Алиев встретились в Абу-Даби', from: 'ru', to: 'en' satisfies Language } as const

function embeddingFinding({ model: { embeddingModel } }: Config): Finding[] {
  return embeddingModel === null ? [] : [good('embedding model', say('doctor-embedding', { model: embeddingModel }))]
}

async function modelFinding({ model: { baseUrl, apiKey, model } }: Config, lexicon: Lexicon, ask: typeof fetch): Promise<Finding> {
  if (baseUrl === null && model === null) return good(about, say('doctor-not-set', { name: 'LLM_BASE_URL' }))
  if (baseUrl === null || model === null) {
    const [missing, set] = baseUrl === null ? ['LLM_BASE_URL', 'LLM_MODEL'] : ['LLM_MODEL', 'LLM_BASE_URL']
    return bad(about, say('doctor-model-half', { missing, set }), say('doctor-model-half-remedy', { missing, set }))
  }
  const client = createModelClient({ baseUrl, apiKey, model, fetch: ask, now: () => new Date(), timeoutMs: patienceMs })
  try {
    const translation = await translateHeadline(trial, { model: client, lexicon })
    return 'text' in translation
      ? good(about, say('doctor-model', { model, text: translation.text }))
      : bad(about, say('doctor-model-poor', { model, reason: translation.refused }), say('doctor-model-poor-remedy'))
  } catch (error) {
    if (!(error instanceof ModelError)) throw error
    return bad(about, error.message, say(`doctor-model-${error.fault}-remedy`, { model }))
  }
}

/** One short call where both variables are set. */
export async function modelFindings(config: Config, lexicon: Lexicon, ask: typeof fetch): Promise<Finding[]> {
  return [await modelFinding(config, lexicon, ask), ...embeddingFinding(config)]
}
