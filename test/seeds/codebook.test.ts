import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { CODE_COLORS, Code } from '#shared/model/code'

const Codebook = z.object({
  codes: z.array(
    Code.pick({ name: true, color: true, definition: true, example: true, key: true }).extend({
      parent: z.string().nullable(),
    }),
  ),
})

const folder = new URL('../../seeds/', import.meta.url)
const { codes } = Codebook.parse(JSON.parse(readFileSync(new URL('codebook.json', folder), 'utf8')))
const seeds = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

it('has eight to ten codes, each with a definition and an example from the seeds', () => {
  expect(codes.length).toBeGreaterThanOrEqual(8)
  expect(codes.length).toBeLessThanOrEqual(10)
  for (const code of codes) {
    expect(code.definition.length).toBeGreaterThan(10)
    expect(
      seeds.some((text) => text.includes(code.example)),
      code.example,
    ).toBe(true)
    expect(code.example).not.toBe('')
  }
})

it('gives each code a name, a key and a colour of its own', () => {
  expect(new Set(codes.map(({ name }) => name)).size).toBe(codes.length)
  expect(new Set(codes.map(({ color }) => color)).size).toBe(codes.length)
  expect(codes.map(({ key }) => key)).toEqual(codes.map((_, at) => at + 1))
  for (const { color } of codes) expect(CODE_COLORS).toContain(color)
})

it('puts parents before their children', () => {
  for (const [at, { parent }] of codes.entries()) {
    if (parent !== null) expect(codes.slice(0, at).map(({ name }) => name)).toContain(parent)
  }
})
