import { describe, expect, test } from 'vitest'
import { attentionOf } from '#shared/statements/attention'

const base = { confidence: 0.9, canonical: 'gdp', list: '', status: 'suggested' } as const

describe('attentionOf', () => {
  test('is nothing for what a user has spoken on', () => {
    for (const status of ['accepted', 'edited', 'rejected'] as const)
      expect(attentionOf({ ...base, confidence: 0.1, status })).toBe(0)
  })

  test('grows with doubt, and is more for an indicator that charts show', () => {
    expect(attentionOf({ ...base, confidence: 0.5 })).toBeGreaterThan(attentionOf(base))
    expect(attentionOf(base)).toBeGreaterThan(attentionOf({ ...base, canonical: '' }))
    expect(attentionOf({ ...base, list: 'headline' })).toBeGreaterThan(attentionOf(base))
    expect(attentionOf({ ...base, confidence: 1, canonical: '' })).toBeGreaterThan(0)
  })
})
