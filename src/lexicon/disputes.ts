/** The disputes whose sides answer each other and take turns (product.md, promise 3). */
export const disputes = [
  ['AM', 'AZ'],
  ['GE', 'RU'],
] as const
