import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/model/code'
import { choicesFor, codePath } from '../../../../../renderer/features/reader/popups/choices'

const code = (id: string, name: string, parent: string | null = null): Code => ({
  id,
  name,
  parent,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  author: '',
  createdAt: '2026-01-02T03:04:05.000Z',
})

const codes = [code('1', '目标'), code('2', '定性目标', '1'), code('3', 'GDP'), code('4', '举措')]
const names = (typed: string) =>
  choicesFor(codes, typed).map((choice) => (choice.type === 'new' ? `+${choice.name}` : choice.code.name))

describe('the code picker', () => {
  it.each([
    ['', ['目标', '定性目标', 'GDP', '举措']],
    ['目标', ['目标', '定性目标']],
    ['目', ['目标', '定性目标', '+目']],
    ['定', ['定性目标', '+定']],
    ['gdp', ['GDP']],
    [' 项目 ', ['+项目']],
  ])('for %j offers %j', (typed, offered) => expect(names(typed)).toEqual(offered))
})

describe('among codes that fit', () => {
  const more = [...codes, code('5', '增速', '3'), code('6', '目标分解')]
  const offered = (typed: string, recent: readonly string[] = []) =>
    choicesFor(more, typed, recent).map((choice) => (choice.type === 'new' ? `+${choice.name}` : choice.code.name))

  it.each<[string, string[], string[]]>([
    ['', ['4', '3'], ['举措', 'GDP', '目标', '定性目标', '增速', '目标分解']],
    ['目标', ['6'], ['目标分解', '目标', '定性目标']],
    ['gdp增', [], ['增速', '+gdp增']],
    ['目解', [], ['目标分解', '+目解']],
    ['解目', [], ['+解目']],
  ])('%j with %j before offers %j', (typed, recent, expected) => expect(offered(typed, recent)).toEqual(expected))
})

describe('codePath', () => {
  it('names the codes above', () => {
    const byId = new Map(codes.map((one) => [one.id, one]))
    expect(codePath(code('9', '细目', '2'), byId)).toBe('目标 / 定性目标 / 细目')
  })

  it('ends where the tree runs in a ring', () => {
    const ring = [code('a', '甲', 'b'), code('b', '乙', 'a')]
    expect(codePath(code('a', '甲', 'b'), new Map(ring.map((one) => [one.id, one])))).toBe('乙 / 甲')
  })
})
