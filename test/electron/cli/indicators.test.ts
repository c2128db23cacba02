import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { UserIndicator } from '#shared/model/indicator'
import type { ExtractedStatement } from '#shared/model/statement'
import { jsonLines, run } from './command'

const GARDENS: UserIndicator = {
  id: 'u_gardens',
  name: '观光茶园',
  english: 'Tea gardens',
  aliases: [],
  units: ['count'],
  direction: 'up',
  category: 'agriculture',
  warnings: [],
  excluded: [],
}
const TEXT =
  '鹤岗市2022年政府工作报告\n——在鹤岗市第十六届人民代表大会第三次会议上\n各位代表：\n现在，我代表市人民政府报告工作。\n' +
  '一、2021年工作回顾\n全市观光茶园达到12个，地区生产总值160亿元。\n'

let folder = ''
const path = (name: string): string => join(folder, name)
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'indicators-'))
  await writeFile(path('own.json'), JSON.stringify([GARDENS]))
  await writeFile(path('wrong.json'), JSON.stringify([{ ...GARDENS, units: ['yards'] }]))
  await writeFile(path('broken.json'), '[{')
  await writeFile(path('latin.json'), new Uint8Array([0x5b, 0xff, 0x5d]))
  await writeFile(path('2023.txt'), TEXT)
})
afterAll(() => rm(folder, { recursive: true }))

const ids = (ran: Awaited<ReturnType<typeof run>>) =>
  jsonLines<ExtractedStatement>(ran).map(({ canonical }) => canonical)

it('extracts by the indicators of a file', async () => {
  const [plain, own] = await Promise.all([
    run(['extract', path('2023.txt')]),
    run(['extract', path('2023.txt'), '--indicators', path('own.json')]),
  ])
  expect(ids(plain)).toEqual(['', 'gdp'])
  expect(ids(own)).toEqual(['u_gardens', 'gdp'])
})

it('does so for lines of standard input', async () => {
  const ran = await run(
    ['extract', '--stdin', '--indicators', path('own.json')],
    `${JSON.stringify({ id: 'a', text: TEXT })}\n`,
  )
  expect(ids(ran)).toEqual(['u_gardens', 'gdp'])
})

it.each([
  ['wrong.json', /wrong\.json is no list of indicators \(0\.units\.0/],
  ['broken.json', /broken\.json is no list of indicators \(JSON/],
  ['latin.json', /latin\.json is no list of indicators \(UTF-8/],
  ['none.json', /no longer|not there|gone/],
])('ends with 2 and says what is wrong with %s', async (name, told) => {
  const ran = await run(['extract', path('2023.txt'), '--indicators', path(name)])
  expect(ran.code).toBe(2)
  expect(ran.out).toBe('')
  expect(ran.err).toMatch(told)
})
