import { expect, it } from 'vitest'
import { DICTIONARIES, translate } from '#shared/locales/translate'
import type { Change } from '#shared/model/journal'
import { JournalTable } from '#shared/model/journal'
import { describeChange, FIELDS, MATTER_FIELDS } from '../../../../renderer/features/project/history/describe'

const change = (rest: Partial<Change>): Change => ({ table: 'codes', key: 'k', before: null, after: null, ...rest })
const anchor = { start: 3, end: 5, quote: '增长', prefix: '', suffix: '' }

it.each([
  [
    'a new code',
    change({ after: { name: '民生', color: '#000000' } }),
    { what: 'added', name: '民生', fields: [], place: null },
  ],
  [
    'a code that has another name and a definition',
    change({
      before: { name: '民生', definition: '', order: 1 },
      after: { name: '保障', definition: '就业', order: 2 },
    }),
    {
      what: 'changed',
      name: '保障',
      fields: [
        { field: 'name', labelKey: 'history.field.name', before: '民生', after: '保障' },
        { field: 'definition', labelKey: 'history.field.definition', before: '', after: '就业' },
      ],
    },
  ],
  [
    'how something was settled in a merge, by its words',
    change({
      table: 'mergeDecisions',
      after: { mine: { span: [3, 5, '增长'] }, theirs: { span: [3, 6, '增长了'] }, choice: 'mine' },
    }),
    {
      what: 'added',
      name: '增长',
      fields: [{ field: 'choice', labelKey: 'history.field.choice', before: undefined, after: 'mine' }],
      place: null,
    },
  ],
  [
    'how a memo was settled that was taken away here',
    change({ table: 'mergeDecisions', after: { mine: null, theirs: { text: '见下' }, choice: 'theirs' } }),
    { name: '见下' },
  ],
  [
    'how a number was settled, which has no words',
    change({ table: 'mergeDecisions', after: { mine: { value: 1 }, theirs: { value: 2 }, choice: 'mine' } }),
    { name: '' },
  ],
  [
    'a new annotation, with its codes and where it stands',
    change({ table: 'annotations', after: { source: 's', report: 'r', anchor, codes: ['c'], memo: '' } }),
    {
      name: '增长',
      fields: [{ field: 'codes', labelKey: 'history.field.codes', before: undefined, after: ['c'] }],
      place: { source: 's', report: 'r', start: 3, end: 5 },
    },
  ],
  [
    'a statement',
    change({
      table: 'statements',
      after: { source: 's', report: 'r', start: 7, quantity: '6%', indicator: '生产总值', status: 'accepted' },
    }),
    { what: 'added', name: '生产总值 6%', place: { source: 's', report: 'r', start: 7, end: 9 } },
  ],
  [
    'an annotation that is gone',
    change({ table: 'annotations', before: { source: 's', report: null, anchor, codes: [], memo: '备忘' } }),
    { what: 'removed', name: '增长', fields: [{ field: 'memo', before: '备忘', after: undefined }] },
  ],
  [
    'a correction, which counts in another text',
    change({ table: 'corrections', after: { source: 's', anchor, replacement: '增加' } }),
    { name: '增长 → 增加', place: { source: 's', report: null, start: null, end: null } },
  ],
  [
    'a report of another year',
    change({
      table: 'reports',
      key: 'r',
      before: { source: 's', title: '报告', year: 2023 },
      after: { source: 's', title: '报告', year: 2024 },
    }),
    {
      fields: [{ field: 'year', before: 2023, after: 2024 }],
      place: { source: 's', report: 'r', start: null, end: null },
    },
  ],
  [
    'a matter of another stage',
    change({
      table: 'matters',
      before: {
        source: 's',
        report: 'r',
        anchor,
        content: { name: '产业园', stage: 'started', amount: null, start: 3 },
      },
      after: { source: 's', report: 'r', anchor, content: { name: '产业园', stage: 'in_use', amount: null, start: 3 } },
    }),
    {
      what: 'changed',
      name: '产业园',
      fields: [{ field: 'stage', labelKey: 'matters.field.stage', before: 'started', after: 'in_use' }],
      place: { source: 's', report: 'r', start: 3, end: 5 },
    },
  ],
  [
    'a link between ventures, one of them made by hand',
    change({
      table: 'ventureLinks',
      after: { a: { report: 'r', key: 'venture:3:产业园：二期' }, b: { report: 'q', key: 'id' }, verdict: 'same' },
    }),
    {
      name: '产业园：二期 ↔ …',
      fields: [{ field: 'verdict', labelKey: 'history.field.verdict', before: undefined, after: 'same' }],
      place: null,
    },
  ],
  [
    'a record of a later version',
    change({ table: 'topics', after: { odd: 1 } }),
    { name: '', fields: [], place: null },
  ],
] as const)('tells %s', (_name, made, wanted) => {
  expect(describeChange(made)).toMatchObject(wanted)
})

it('has a word for every table and field, in both languages', () => {
  expect(Object.keys(DICTIONARIES)).toEqual(['zh-CN', 'en'])
  for (const language of ['zh-CN', 'en'] as const)
    for (const key of [
      ...FIELDS.map((field) => `field.${field}`),
      ...JournalTable.options.map((name) => `table.${name}`),
    ])
      expect(translate(language, `history.${key}`)).not.toContain('history.')
  for (const language of ['zh-CN', 'en'] as const)
    for (const field of MATTER_FIELDS) expect(translate(language, `matters.field.${field}`)).not.toContain('matters.')
})
