/** What people type on Slack → commands. */
import { describe, expect, it } from 'vitest'
import { readCommand, readPlain, readSlash, unescapeText, wordsOfMessage } from '../../adapters/slack/typed.js'

describe('what is typed', () => {
  it.each([
    ['', 'start', ''],
    ['latest peace treaty', 'latest', 'peace treaty'],
    ['LATEST', 'latest', ''],
    ['новости мирный договор', 'latest', 'мирный договор'],
    ['what did Bayramov say?', 'ask', 'what did Bayramov say?'],
    ['addsource <https://a.example/feed?x=1&amp;y=2>', 'addsource', 'https://a.example/feed?x=1&y=2'],
    ['promote <@U2|bob>', 'promote', '<@U2>'],
    ['own abc_DEF-123', 'own', 'abc_DEF-123'],
  ])('/readout %s', (text, command, argument) => expect(readSlash(text)).toEqual({ command, argument }))

  it.each([
    ['<@UBOT> latest peace treaty', 'latest', 'peace treaty'],
    ['<@UBOT>', 'start', ''],
    ['<@UBOT> help', 'help', ''],
    ['about the trial in Baku', 'ask', 'about the trial in Baku'],
    ['about', 'about', ''],
    ['split in the ruling party?', 'ask', 'split in the ruling party?'],
    ['split a45 a46', 'split', 'a45 a46'],
    ['draft treaty: what is in it?', 'ask', 'draft treaty: what is in it?'],
    ['settings 7:45', 'settings', '7:45'],
    ['sources am bad', 'sources', 'am bad'],
    ['sources say the text is ready', 'ask', 'sources say the text is ready'],
    ['forget me', 'forget', 'me'],
    ['check this claim: they met in Almaty', 'check', 'this claim: they met in Almaty'],
    ['digest week', 'digest', 'week'],
    ['digest the speech of Mirzoyan for me', 'ask', 'digest the speech of Mirzoyan for me'],
    ['<https://oc-media.org/x|oc-media.org/x>', 'check', 'https://oc-media.org/x'],
    [`They met. ${'Long post. '.repeat(50)}`.trim(), 'check', `They met. ${'Long post. '.repeat(50)}`.trim()],
    ['who met whom &lt;today&gt;?', 'ask', 'who met whom <today>?'],
  ])('plain: %s', (text, command, argument) => expect(readPlain(text, 'UBOT')).toEqual({ command, argument }))

  it('knows other slash commands by their names, and takes renamed ones as /readout', () => {
    expect(readCommand('/ask', 'who?')).toEqual({ command: 'ask', argument: 'who?' })
    expect(readCommand('/latest', 'ask')).toEqual({ command: 'latest', argument: 'ask' })
    expect(readCommand('/caucasus', 'digest week')).toEqual({ command: 'digest', argument: 'week' })
  })

  it('reads Slack notation', () => {
    expect(unescapeText('<!here> <#C1|general> <mailto:a@b.am|a@b.am> &amp;')).toBe('@here #general a@b.am &')
  })

  it('takes the words and addresses of a forwarded message', () => {
    expect(wordsOfMessage({ text: 'see', attachments: [{ title: 'T', text: 'They met.' }, { from_url: 'https://a.example/1' }] })).toBe(
      'see\nT\nThey met.\nhttps://a.example/1',
    )
  })
})
