import { describe, it } from 'vitest'
import { killStartersRepeatedly } from './starters.js'

describe('eight starters at once, killed with kill -9', () => {
  it('have one owner in each of 50 rounds and lose nothing', { timeout: 1_500_000 }, () => killStartersRepeatedly(50))
})
