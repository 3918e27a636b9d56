/** What is known of the field itself: which topics go together, which shut each other out, which states each is about. */
import type { TopicId } from '../lexicon/lexicon.js'

/** Where the first is what the news is about, the second is usually touched too, even by few words. */
export const companions: Partial<Record<TopicId, readonly TopicId[]>> = {
  'peace-treaty': ['constitution', 'border'],
  border: ['peace-treaty', 'security'],
  'transport-links': ['peace-treaty', 'mediation'],
  karabakh: ['humanitarian', 'security'],
  constitution: ['peace-treaty', 'domestic-politics'],
  detainees: ['karabakh', 'humanitarian'],
  humanitarian: ['karabakh'],
  security: ['border', 'mediation', 'international-law'],
  mediation: ['peace-treaty', 'transport-links'],
  'eu-integration': ['georgia-politics', 'trade-economy', 'security'],
  'georgia-politics': ['eu-integration'],
  energy: ['trade-economy', 'transport-links'],
  'trade-economy': ['transport-links', 'energy'],
  'international-law': ['karabakh', 'detainees'],
}

/** Where the first is what the news is about, words of the second (election, party, protest …) speak for the first. */
export const shutsOut: Partial<Record<TopicId, readonly TopicId[]>> = {
  'georgia-politics': ['domestic-politics', 'detainees'],
  'abkhazia-south-ossetia': ['georgia-politics', 'domestic-politics'],
  'domestic-politics': ['georgia-politics', 'detainees'],
  'turkey-armenia': ['border'],
  energy: ['transport-links'],
  'peace-treaty': ['domestic-politics'],
}

/** Whether the states of the text are those that the topic is about: 1 yes, -1 no, 0 says nothing. `shares` are of all mentions of states. */
export function fitOf(topic: TopicId, shares: ReadonlyMap<string, number>): number {
  const share = (country: string): number => shares.get(country) ?? 0
  const both = (a: string, b: string): number => (share(a) > 0.08 && share(b) > 0.08 ? 1 : -1)
  switch (topic) {
    case 'peace-treaty':
    case 'karabakh':
    case 'border':
    case 'detainees':
      return both('AM', 'AZ')
    case 'turkey-armenia':
      return both('TR', 'AM')
    case 'constitution':
      return share('AM') > 0.15 && share('AZ') > 0.05 ? 1 : -1
    case 'georgia-politics':
      return share('GE') > 0.35 ? 1 : -1
    case 'abkhazia-south-ossetia':
      return share('GE') > 0.1 ? 1 : -1
    case 'domestic-politics':
      return share('GE') < 0.2 && Math.max(share('AM'), share('AZ')) > 0.6 ? 1 : -1
    case 'mediation': {
      const third = [...shares].filter(([country]) => country !== 'AM' && country !== 'AZ').reduce((sum, [, value]) => sum + value, 0)
      return both('AM', 'AZ') === 1 && third > 0.15 ? 1 : -1
    }
    default:
      return 0
  }
}
