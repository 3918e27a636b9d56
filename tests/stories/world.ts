/** A small world of August 2024 and before, with what belongs together: look-alike visits, calls a week apart, an anniversary text. */
import type { Article } from '../../src/articles/article.js'
import { article } from './telling.js'

const putinInBaku = {
  topics: ['security' as const],
  event: 'visit' as const,
  countries: ['AZ', 'RU'],
  people: ['ilham-aliyev', 'vladimir-putin'],
  places: ['baku'],
}
const call = { ...putinInBaku, topics: ['peace-treaty' as const], event: 'call' as const, places: [] }

/** Fresh objects each time; ids 1 to 12. */
export function world(): Article[] {
  const at = (iso: string): { publishedAt: Date; visibleFrom: Date; eventDate: string } => ({
    publishedAt: new Date(iso),
    visibleFrom: new Date(iso),
    eventDate: iso.slice(0, 10),
  })
  return [
    article({
      id: 1,
      ...putinInBaku,
      ...at('2024-08-18T18:00:00Z'),
      title: 'Putin arrives in Baku for state visit',
      text: 'Russian President Vladimir Putin arrived in Baku on August 18 for a two-day state visit. He was met at the airport and dined with President Ilham Aliyev in the evening. Talks and the signing of documents are planned for Monday.',
    }),
    article({
      id: 2,
      sourceId: 2,
      lang: 'ru',
      ...putinInBaku,
      ...at('2024-08-18T19:30:00Z'),
      title: 'Путин прибыл в Баку с государственным визитом',
      text: 'Президент России Владимир Путин прибыл в Баку 18 августа с двухдневным государственным визитом. Вечером он поужинал с президентом Ильхамом Алиевым. На понедельник намечены переговоры и подписание документов.',
    }),
    article({
      id: 3,
      sourceId: 3,
      ...putinInBaku,
      ...at('2024-08-19T15:00:00Z'),
      title: 'Putin and Aliyev hold talks in Baku, sign documents',
      text: 'Vladimir Putin and Ilham Aliyev held talks in Baku on the second day of the Russian president’s state visit and signed several documents. Putin offered to help with the peace treaty between Armenia and Azerbaijan.',
    }),
    article({
      id: 4,
      sourceId: 2,
      ...putinInBaku,
      ...at('2018-09-27T15:00:00Z'),
      title: 'Putin visits Baku for a day',
      text: 'Vladimir Putin came to Baku on September 27 for talks with Ilham Aliyev and a forum of the regions. They watched the final of a judo tournament.',
    }),
    article({
      id: 5,
      sourceId: 3,
      ...putinInBaku,
      ...at('2013-08-13T15:00:00Z'),
      title: 'Putin arrives in Baku with a large delegation',
      text: 'Vladimir Putin arrived in Baku on Tuesday at the head of a large delegation for talks with President Ilham Aliyev. Ships of the Caspian Flotilla called at the port.',
    }),
    article({
      id: 6,
      ...call,
      ...at('2024-08-28T15:00:00Z'),
      title: 'Putin calls Aliyev to discuss treaty',
      text: 'Vladimir Putin called Ilham Aliyev on Wednesday to discuss the peace process between Yerevan and Baku, a little more than a week after his visit, the Kremlin said.',
    }),
    article({
      id: 7,
      sourceId: 2,
      lang: 'ru',
      ...call,
      ...at('2024-08-28T16:00:00Z'),
      title: 'Путин и Алиев поговорили по телефону о мирном договоре',
      text: 'Владимир Путин и Ильхам Алиев обсудили по телефону мирный договор между Баку и Ереваном, сообщили в Кремле 28 августа.',
    }),
    article({
      id: 8,
      sourceId: 4,
      ...call,
      countries: ['AM', 'RU'],
      people: ['nikol-pashinyan', 'vladimir-putin'],
      ...at('2024-08-23T16:00:00Z'),
      title: 'Putin and Pashinyan speak by telephone',
      text: 'Vladimir Putin and Nikol Pashinyan spoke by telephone on Friday. Putin told the Armenian prime minister of his talks in Baku.',
    }),
    article({
      id: 9,
      sourceId: 4,
      ...at('2024-08-30T16:00:00Z'),
      topics: ['border'],
      event: 'signing',
      people: ['mher-grigoryan', 'shahin-mustafayev'],
      places: [],
      title: 'Border commissions sign their regulation',
      text: 'The commissions of Armenia and Azerbaijan on delimitation signed a regulation on their joint work on August 30.',
    }),
    article({
      id: 10,
      sourceId: 1,
      ...at('2024-08-30T17:00:00Z'),
      topics: ['border'],
      event: 'signing',
      people: ['mher-grigoryan', 'shahin-mustafayev'],
      places: [],
      title: 'Armenia and Azerbaijan sign regulation of border commissions',
      text: 'Deputy prime ministers Mher Grigoryan and Shahin Mustafayev signed the regulation on the joint work of the delimitation commissions on August 30.',
    }),
    article({
      id: 11,
      sourceId: 3,
      ...putinInBaku,
      ...at('2025-08-18T09:00:00Z'),
      eventDate: '2024-08-18',
      event: 'publication',
      title: 'A year ago: Putin in Baku',
      text: 'A year ago Vladimir Putin arrived in Baku for a two-day state visit and dined with Ilham Aliyev. We recall what was signed and what came of it.',
    }),
    article({
      id: 12,
      sourceId: 5,
      ...putinInBaku,
      publishedAt: null,
      publishedAtFrom: null,
      publishedAtPrecision: null,
      visibleFrom: null,
      eventDate: null,
      title: 'Putin in Baku for a two-day state visit',
      text: 'Russian President Vladimir Putin arrived in Baku on Sunday for a two-day state visit and dined with President Ilham Aliyev in the evening. Talks and the signing of documents are planned for Monday.',
    }),
  ]
}

/** What belongs together. */
export const together = [[1, 2, 3, 12], [4], [5], [6, 7], [8], [9, 10], [11]]
