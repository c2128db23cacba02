import { beforeEach, expect, it } from 'vitest'
import type { ImportLine, ImportProgress } from '#shared/ipc/imports'
import { translate } from '#shared/locales/translate'
import { message, newId } from '#shared/model/identity'
import { asText, describeOutcome, describePace, type Translate } from '../../../../renderer/features/import/describe'
import { noteProgress, noteStatus, runStore } from '../../../../renderer/features/import/runs'

const failed = (name: string): ImportLine => ({
  name,
  hash: null,
  outcome: { status: 'failed', reason: message('errors.file.empty') },
})
const progress = (run: string, names: string[], rest: Partial<ImportProgress> = {}): ImportProgress => ({
  run,
  mode: 'import',
  state: 'running',
  total: 4,
  done: names.length,
  imported: 0,
  duplicates: 0,
  failed: names.length,
  bytes: 0,
  bytesTotal: 0,
  rate: 0,
  secondsLeft: null,
  current: '',
  part: null,
  resumed: false,
  lines: names.map(failed),
  ...rest,
})
const runs = () => runStore.getState().runs
const namesOf = (at: number) => runs()[at]?.lines.map(({ name }) => name)

beforeEach(() => runStore.setState({ runs: [] }))

it('gathers the lines of a run from its events', () => {
  const run = newId()
  noteProgress(progress(run, ['a']))
  noteProgress(progress(run, []))
  const last = noteProgress(progress(run, ['b', 'c'], { state: 'finished' }))
  expect(last?.lines.map(({ name }) => name)).toEqual(['a', 'b', 'c'])
  expect(runs()).toHaveLength(1)
  expect(runs()[0]?.state).toBe('finished')
})

it('takes the whole list from the status, and goes on from there', () => {
  const run = newId()
  noteProgress(progress(run, ['b']))
  noteStatus(progress(run, ['a', 'b']))
  noteProgress(progress(run, ['c']))
  expect(namesOf(0)).toEqual(['a', 'b', 'c'])
})

it('keeps the newest runs first, and an old one where it is', () => {
  const [one, two] = [newId(), newId()]
  noteProgress(progress(one, ['a']))
  noteProgress(progress(two, ['b']))
  noteProgress(progress(one, ['c']))
  expect(runs().map(({ run }) => run)).toEqual([two, one])
  expect(namesOf(1)).toEqual(['a', 'c'])
})

it('leaves restores to the opening of the project', () => {
  expect(noteProgress(progress(newId(), ['a'], { mode: 'restore' }))).toBeNull()
  noteStatus(null)
  noteStatus(progress(newId(), ['a'], { mode: 'restore' }))
  expect(runs()).toEqual([])
})

const t = ((key: string, params?: Record<string, string | number>) =>
  translate('zh-CN', key, params)) as unknown as Translate

it('puts an outcome into words, tab-separated for a table', () => {
  const imported: ImportLine = {
    name: '瀍河.txt',
    hash: 'a'.repeat(64),
    outcome: {
      status: 'imported',
      format: 'txt',
      encoding: 'utf-8',
      encodingReason: message('reasons.encoding.utf8'),
      characters: 10,
      statements: 2,
      reports: [
        {
          id: newId(),
          title: '报告',
          place: { code: '410304', name: '瀍河回族区', short: '瀍河', level: 'county', parent: '410300' },
          repairedFrom: '漯河区',
          year: 2023,
          kind: 'digest',
          confidence: 1,
          reasons: [],
        },
        {
          id: newId(),
          title: '报告',
          place: null,
          repairedFrom: null,
          year: null,
          kind: 'other',
          confidence: 0,
          reasons: [],
        },
      ],
    },
  }
  const duplicate: ImportLine = { name: 'b.txt', hash: null, outcome: { status: 'duplicate', of: '瀍河.txt' } }
  expect(describeOutcome(t, imported)).toBe('瀍河回族区 · 2023 · 摘要；地区未识别 · 年度未识别 · 其他')
  expect(asText(t, [imported, duplicate, failed('c.txt')]).split('\n')).toEqual([
    `瀍河.txt\t已导入\t${describeOutcome(t, imported)}`,
    'b.txt\t重复\t与已导入的“瀍河.txt”内容相同，没有重复保存。',
    `c.txt\t失败\t${translate('zh-CN', 'errors.file.empty')}`,
  ])
})

it.each([
  [{ state: 'running', rate: 0, secondsLeft: 5 }, ''],
  [{ state: 'paused', rate: 3, secondsLeft: 5 }, ''],
  [{ state: 'running', rate: 2.34, secondsLeft: null }, '每秒 2.3 个'],
  [{ state: 'running', rate: 57.6, secondsLeft: 59 }, '每秒 58 个 · 约剩 59 秒'],
  [{ state: 'running', rate: 57.6, secondsLeft: 61 }, '每秒 58 个 · 约剩 2 分钟'],
] as const)('tells the pace of %j', (run, said) => {
  expect(describePace(t, run)).toBe(said)
})
