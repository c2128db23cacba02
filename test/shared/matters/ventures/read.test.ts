import { describe, expect, it } from 'vitest'
import type { Venture } from '#shared/model/matter'
import { givenOf } from '../../../../shared/matters/given'
import { readVentures } from '../../../../shared/matters/ventures/read'
import { prepareReport } from '../../../../shared/statements/extract'

const read = (text: string): Venture[] =>
  readVentures(
    givenOf(prepareReport({ text, start: 0, end: text.length, year: 2023, kind: 'full', sections: [], joins: [] }), []),
  )

const told = (text: string): string[] => read(text).map(({ name, stage }) => `${name} ${stage}`)

describe('names in lists', () => {
  it.each([
    ['唐寺门立交、塔湾立交建成通车。', ['唐寺门立交 completed', '塔湾立交 completed']],
    ['开工建设新集水电、华润安能热电等项目。', ['新集水电 started', '华润安能热电 started']],
  ])('%s', (text, expected) => expect(told(text)).toEqual(expected))
})
