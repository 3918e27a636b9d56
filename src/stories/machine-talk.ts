/** A sentence → whether it speaks to a machine that reads, not to a reader: it is never quoted, and never obeyed. */
const machineTalk =
  /(?:ignore|disregard|forget|override)\s+(?:all\s+|any\s+|the\s+|your\s+)*(?:previous|prior|above|earlier|preceding|system)?\s*(?:instructions?|prompts?|rules|directives)|(?:as an? |you are an? |dear )(?:ai|language model|assistant|chatbot|llm)\b|\bsystem prompt\b|\bprompt injection\b|(?:ai|language model|assistant|chatbot|bot)s?\s+(?:must|should|shall|reading this)|(?:any|every|each) (?:user|reader|person) who asks|\byou must (?:answer|reply|say|recommend|respond)\b|игнориру\p{L}*\s+(?:все\s+)?(?:предыдущ\p{L}*\s+)?(?:инструкц|указани)|(?:языков\p{L}+ модел|нейросет|ассистент)\p{L}*\s+(?:должн|обязан)|անտեսիր\p{L}*\s+(?:բոլոր\s+)?(?:նախորդ\s+)?հրահանգ|əvvəlki\s+(?:bütün\s+)?(?:təlimat|göstəriş)|önceki\s+(?:tüm\s+)?talimat|წინა\s+(?:ყველა\s+)?(?:ინსტრუქცი|მითითებ)/iu

export function addressesMachine(sentence: string): boolean {
  return machineTalk.test(sentence)
}
