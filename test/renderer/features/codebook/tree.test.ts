import { describe, expect, it } from 'vitest'
import type { Code } from '#shared/model/code'
import { sampleRecords } from '../../../../renderer/features/codebook/sample'
import { codeRows, possibleParents } from '../../../../renderer/features/codebook/tree'
import samples from '../../../../seeds/codebook.json'

const code = (id: string, parent: string | null = null, more: Partial<Code> = {}): Code => ({
  id,
  name: id,
  parent,
  color: '#0072b2',
  definition: '',
  example: '',
  order: 1,
  key: null,
  author: '',
  createdAt: '2026-01-02T03:04:05.000Z',
  ...more,
})

const shown = (codes: Code[], collapsed: string[] = [], filter = '') =>
  codeRows(codes, new Map([['a', 3]]), { collapsed: new Set(collapsed), filter }).map(
    ({ code: { id }, depth, hasChildren, count }) => `${'-'.repeat(depth)}${id}${hasChildren ? '+' : ''}${count || ''}`,
  )

describe('the codebook as lines', () => {
  it.each([
    ['a tree', [code('a'), code('b', 'a'), code('c'), code('d', 'b')], [], ['a+3', '-b+', '--d', 'c']],
    ['folded', [code('a'), code('b', 'a'), code('c')], ['a'], ['a+3', 'c']],
    ['a lost parent', [code('a', 'gone')], [], ['a3']],
    ['a ring', [code('a', 'b'), code('b', 'a')], [], ['a3', 'b']],
  ])('%s', (_name, codes, collapsed, lines) => expect(shown(codes, collapsed)).toEqual(lines))
})

describe('possibleParents', () => {
  it('leaves out the code and all below it', () => {
    const codes = [code('d', 'b'), code('a'), code('b', 'a'), code('c')]
    expect(possibleParents(codes, 'a').map(({ id }) => id)).toEqual(['c'])
    expect(possibleParents(codes, 'd').map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })
})

describe('the sample codebook', () => {
  const at = '2026-01-02T03:04:05.000Z'

  it('becomes records that stand in its tree, each key once', () => {
    const made = sampleRecords(samples.codes, [], { author: 'a', at })
    expect(made.map(({ name }) => name)).toEqual(samples.codes.map(({ name }) => name))
    const names = new Map(made.map(({ id, name }) => [id, name]))
    expect(made.map(({ parent }) => (parent ? names.get(parent) : null))).toEqual(
      samples.codes.map(({ parent }) => parent),
    )
    const keys = made.flatMap(({ key }) => (key === null ? [] : [key]))
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('keeps what is there: names are not doubled, taken digits not taken away', () => {
    const first = samples.codes[0]
    const own = code('mine', null, { name: '我的', key: first?.key ?? null, order: 7 })
    const same = code('same', null, { name: samples.codes[1]?.name ?? '', order: 8 })
    const made = sampleRecords(samples.codes, [own, same], { author: 'a', at })
    expect(made).toHaveLength(samples.codes.length - 1)
    expect(made[0]).toMatchObject({ name: first?.name, key: null, order: 9 })
  })
})
