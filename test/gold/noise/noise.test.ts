import { describe, expect, it } from 'vitest'
import { extractFrom, seedFiles } from '../files'
import { scoreOf, tally } from '../score'
import { KINDS } from './kinds'
import { randomFrom } from './random'

/** The forum page, a whole report as people copy it: long enough to tell what a kind of dirt costs. */
const SEED = '002'
/** What a kind may lose; the bench holds all files to less. */
const LOSS = { f1: 0.015, coreF1: 0.03 } as const

describe('a report made dirty', () => {
  const file = seedFiles().find(({ name }) => name === SEED)
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes ?? new Uint8Array())
  const labelled = { text, gold: file?.gold ?? [] }
  const read = async (dirty: typeof labelled) => {
    const found = await extractFrom(file?.file ?? '', new TextEncoder().encode(dirty.text))
    for (const { start, quantity } of found) expect(dirty.text.slice(start, start + quantity.length)).toBe(quantity)
    return scoreOf(tally(dirty.gold, found))
  }

  it.each(Object.entries(KINDS))('by %s is read nearly as well as a clean one', async (_, dirt) => {
    const clean = await read(labelled)
    const score = await read(dirt(labelled, randomFrom(SEED.length)))
    expect(clean.f1 - score.f1).toBeLessThanOrEqual(LOSS.f1)
    expect(clean.coreF1 - score.coreF1).toBeLessThanOrEqual(LOSS.coreF1)
  })
})
