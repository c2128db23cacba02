import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { isGarbled } from '#shared/formats/pdf/garbled'

const SEED = readFileSync('seeds/003_f9b85e353477209f.txt', 'utf8')

it('takes a report for what it is', () => {
  expect(isGarbled(SEED)).toBe(false)
  expect(isGarbled('GDP 2023, PM2.5, the Belt and Road Initiative of 2013')).toBe(false)
  expect(isGarbled('')).toBe(false)
})

it.each([
  ['private characters', (_: string, at: number) => String.fromCharCode(0xe000 + (at % 500))],
  ['glyph numbers', (_: string, at: number) => String.fromCharCode(1 + ((at * 37) % 3000))],
  ['controls', (_: string, at: number) => String.fromCharCode(1 + (at % 8))],
])('knows %s', (_, garble) => {
  expect(isGarbled(Array.from(SEED.slice(0, 500), garble).join(''))).toBe(true)
})
