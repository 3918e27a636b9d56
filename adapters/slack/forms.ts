/** What a form asks → a modal's blocks; what was filled in → values, or what is wrong with each field. */
import { languageName } from '../../src/messages/format.js'
import type { Block, Message } from '../../src/messages/message.js'
import { messageText, spansText } from '../../src/messages/spans.js'
import type { Say } from '../../src/messages/words.js'
import { interfaceLanguage, interfaceLanguages } from '../../src/messages/words.js'
import { type PlainText, plainText, type SlackBlock } from './blocks.js'
import { cut, fitView, limits } from './limits.js'
import { renderBlocks, type Uploads } from './render.js'

export interface View {
  type: 'modal'
  callback_id: string
  private_metadata: string
  title: PlainText
  submit?: PlainText
  close?: PlainText
  blocks: SlackBlock[]
}

interface Option {
  text: PlainText
  value: string
}

const ownerships = ['state', 'public', 'independent', 'party', 'exile', 'official', 'agency']

export function modal(name: string, frame: { title: string; submit?: string; close: string; about: string }, blocks: SlackBlock[]): View {
  return {
    type: 'modal',
    callback_id: name,
    private_metadata: frame.about.length <= limits.privateMetadata ? frame.about : '{}',
    title: plainText(frame.title, limits.viewTitle),
    ...(frame.submit ? { submit: plainText(frame.submit, limits.viewTitle) } : {}),
    close: plainText(frame.close, limits.viewTitle),
    blocks: fitView(blocks),
  }
}

/** Messages as a modal shows them. */
export function messageBlocks(messages: readonly Message[], uploads?: Uploads): SlackBlock[] {
  return messages.flatMap((message) => renderBlocks(message, uploads)).slice(0, limits.viewBlocks - 10)
}

function option(text: string, value: string): Option {
  return { text: plainText(text, limits.optionText), value }
}

function field(
  block: string,
  label: string,
  element: Record<string, unknown> & { type: string },
  more: { hint?: string; optional?: boolean } = {},
): SlackBlock {
  return {
    type: 'input',
    block_id: block,
    label: plainText(label, limits.label),
    ...(more.hint ? { hint: plainText(more.hint, limits.hint) } : {}),
    ...(more.optional ? { optional: true } : {}),
    element: { ...element, action_id: block },
  }
}

function textField(
  block: string,
  label: string,
  initial: string | null,
  more: { hint?: string; optional?: boolean; most?: number } = {},
): SlackBlock {
  const element = { type: 'plain_text_input', max_length: more.most ?? 300, ...(initial ? { initial_value: initial } : {}) }
  return field(block, label, element, more)
}

function choice(block: string, label: string, options: Option[], initial: string | null, say: Say, optional = false): SlackBlock {
  const chosen = options.find((one) => one.value === initial)
  const element = {
    type: 'static_select',
    placeholder: plainText(say('slack-choose'), limits.placeholder),
    options,
    ...(chosen ? { initial_option: chosen } : {}),
  }
  return field(block, label, element, { optional })
}

function several(block: string, label: string, options: Option[], initial: readonly string[], texts: { say: Say; hint: string }): SlackBlock {
  // In the order of `initial`: it is the reader's order.
  const chosen = initial.flatMap((value) => options.filter((one) => one.value === value))
  const element = {
    type: 'multi_static_select',
    placeholder: plainText(texts.say('slack-choose'), limits.placeholder),
    options,
    ...(chosen.length > 0 ? { initial_options: chosen } : {}),
  }
  return field(block, label, element, { hint: texts.hint, optional: true })
}

function languageOptions(lang: string): Option[] {
  return interfaceLanguages.map((code) => option(lang === 'own' ? languageName(code, code) : languageName(code, interfaceLanguage(lang)), code))
}

export interface Now {
  lang: string
  zone: string | null
  languagesRead: readonly string[]
}

export function subscribeFields(now: Now, topics: readonly string[], say: Say): SlackBlock[] {
  const days = [option(say('days-every'), 'daily'), option(say('days-weekdays'), 'weekdays')]
  const named = topics.slice(0, limits.options).map((topic) => option(topic, cut(topic, limits.optionValue)))
  return [
    textField('times', say('slack-times'), '8:30', { hint: say('slack-times-hint'), most: 60 }),
    choice('days', say('slack-days'), days, 'daily', say),
    textField('zone', say('slack-zone'), now.zone, { hint: say('slack-zone-hint'), optional: true, most: 60 }),
    ...(named.length > 0 ? [several('topics', say('slack-topics'), named, [], { say, hint: say('slack-topics-hint') })] : []),
    several('read', say('slack-read'), languageOptions(now.lang), now.languagesRead, { say, hint: say('slack-read-hint') }),
    choice('length', say('slack-length'), [option(say('subscription-short'), 'short'), option(say('subscription-full'), 'full')], 'short', say),
  ]
}

/** `adminsOnly` null: nothing to choose here. */
export function settingsFields(now: Now, adminsOnly: boolean | null, say: Say): SlackBlock[] {
  const who = [option(say('slack-who-members'), 'members'), option(say('slack-who-admins'), 'admins')]
  return [
    choice('lang', say('slack-language'), languageOptions('own'), now.lang, say),
    textField('zone', say('slack-zone'), now.zone, { hint: say('slack-zone-hint'), optional: true, most: 60 }),
    several('read', say('slack-read'), languageOptions(now.lang), now.languagesRead, { say, hint: say('slack-read-hint') }),
    ...(adminsOnly === null ? [] : [choice('who', say('slack-who'), who, adminsOnly ? 'admins' : 'members', say)]),
  ]
}

export function linkField(say: Say): SlackBlock[] {
  return [textField('link', say('slack-add-label'), null, { hint: say('slack-add-hint'), most: 2_000 })]
}

/** What was found, told by the command itself; its guess of the labels fills the fields. */
export function addFields(found: readonly Message[], lang: string, say: Say): SlackBlock[] {
  const how = say('source-confirm')
  const saysHow = (block: Block): boolean => block.type === 'context' && spansText(block.spans) === how
  const adding = found.flatMap((message) => message.buttons.flat()).flatMap((button) => ('command' in button ? [button.argument ?? ''] : []))
  const guessOf = (name: string): string | null =>
    adding.map((argument) => new RegExp(`\\b${name}=(\\S+)`).exec(argument)?.[1]).find((value) => value !== undefined) ?? null
  const picks = adding.reduce((most, argument) => Math.max(most, Number(/\bpick=(\d+)/.exec(argument)?.[1] ?? 1)), 1)
  const candidates = Array.from({ length: picks }, (_, index) => option(String(index + 1), String(index + 1)))
  return [
    // How to confirm in words is no news where a button does it.
    ...messageBlocks(found.map((message) => ({ ...message, buttons: [], blocks: message.blocks.filter((block) => !saysHow(block)) }))).slice(0, 60),
    ...(picks > 1 ? [choice('pick', say('slack-add-which'), candidates, '1', say)] : []),
    textField('name', say('slack-add-name'), null, { optional: true, most: 100 }),
    textField('country', say('slack-add-country'), guessOf('country'), { hint: say('slack-add-country-hint'), optional: true, most: 2 }),
    choice('language', say('slack-add-language'), languageOptions(lang), guessOf('language'), say, true),
    choice(
      'ownership',
      say('slack-add-ownership'),
      ownerships.map((one) => option(say(`ownership-${one}`), one)),
      guessOf('ownership'),
      say,
      true,
    ),
  ]
}

/** A message as text to copy, in as many fields as it needs. */
export function copyFields(messages: readonly Message[], say: Say): SlackBlock[] {
  const characters = [...messages.map(messageText).join('\n')]
  const pieces = Array.from({ length: Math.max(1, Math.ceil(characters.length / limits.input)) }, (_, index) =>
    characters.slice(index * limits.input, (index + 1) * limits.input).join(''),
  )
  return pieces
    .slice(0, 10)
    .map((piece, index) =>
      field(`copy${index}`, say('slack-cite-label'), { type: 'plain_text_input', multiline: true, initial_value: piece || '–' }, { optional: true }),
    )
}
