/** Shares of texts in which a concept or a word stem stands. */

export const conceptShare: Readonly<Record<string, number>> = {
  AM: 0.6,
  AZ: 0.6,
  GE: 0.25,
  RU: 0.4,
  'ilham-aliyev': 0.35,
  'nikol-pashinyan': 0.3,
  'vladimir-putin': 0.2,
  baku: 0.3,
  yerevan: 0.2,
}

export const stemShare: Readonly<Record<string, Readonly<Record<string, number>>>> = {}
