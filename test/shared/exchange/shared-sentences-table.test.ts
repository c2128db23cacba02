import { expect, it } from 'vitest'
import { type ListedSharedSentence, sharedSentencesCsv } from '#shared/exchange/shared-sentences-table'

const LINE: ListedSharedSentence = {
  kind: 'near',
  likeness: 0.7391,
  a: { start: 10, end: 30 },
  b: { start: 5, end: 20 },
  commonA: [],
  commonB: [],
  numbers: [
    { a: '20万', b: '3万' },
    { a: '8%', b: '7%' },
  ],
  length: 15,
  formula: false,
  wordsA: '新建高标准农田20万亩，增长8%。',
  wordsB: '=新建改造高标准农田3万亩，增长7%。',
  sectionA: '重点工作 › 乡村振兴',
  sectionB: '',
}
const written = (language: 'zh-CN' | 'en', line = LINE): string[] =>
  new TextDecoder('utf-8', { ignoreBOM: true })
    .decode(sharedSentencesCsv([line], { a: '洛阳 2022', b: '瀍河 2023' }, language))
    .split('\r\n')

it('is a line for each sentence, with both texts and what stands where', () => {
  const [head, line, end] = written('zh-CN')
  expect(head?.startsWith('\ufeff类别,相似度,共有字数,')).toBe(true)
  expect(line).toBe(
    "近似,0.73,15,,洛阳 2022,重点工作 › 乡村振兴,新建高标准农田20万亩，增长8%。,瀍河 2023,,'=新建改造高标准农田3万亩，增长7%。,20万 8%,3万 7%,10,5",
  )
  expect(end).toBe('')
})

it('says formulae so, in both languages', () => {
  expect(written('zh-CN', { ...LINE, formula: true })[1]).toContain(',套话,')
  expect(written('en', { ...LINE, formula: true })[1]).toContain('Near,0.73,15,Formulae,')
})
