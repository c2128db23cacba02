import { expect, it } from 'vitest'
import { AS_FOUND } from '#shared/model/source'
import { parseArguments } from '../../../electron/cli/arguments'

const request = (words: string[]) => {
  const parsed = parseArguments(words)
  return parsed.ok ? parsed.request : parsed.reason.key
}

it.each([
  [['text', 'a.txt'], { command: 'text', files: ['a.txt'], readAs: AS_FOUND }],
  [['inspect', 'a.txt', 'b.txt'], { command: 'inspect', files: ['a.txt', 'b.txt'], readAs: AS_FOUND }],
  [
    ['extract', '--encoding', 'GBK', 'a', '--as=md'],
    { command: 'extract', files: ['a'], readAs: { encoding: 'gb18030', format: 'md' }, summaries: false },
  ],
  [['text', 'a', '--encoding', 'latin1'], 'cli.wrong.value'],
  [['text', 'a', '--as', ''], 'cli.wrong.value'],
  [['extract', '--stdin', '--encoding', 'big5'], 'cli.wrong.foreign'],
  [['compare', 'a', '--xlsx', 'o.xlsx', '--as', 'txt'], 'cli.wrong.foreign'],
  [['extract', '--stdin'], { command: 'extract-stdin', jobs: 1, summaries: false }],
  [['extract', '--stdin', '--jobs', '8', '--summaries'], { command: 'extract-stdin', jobs: 8, summaries: true }],
  [['extract', '--stdin', '--jobs=0'], 'cli.wrong.jobs'],
  [['extract', '--stdin', '--jobs', 'many'], 'cli.wrong.jobs'],
  [['extract', 'a', '--jobs', '2'], 'cli.wrong.foreign'],
  [['inspect', 'a', '--summaries'], 'cli.wrong.foreign'],
  [['extract', 'a', '--summaries'], { command: 'extract', files: ['a'], readAs: AS_FOUND, summaries: true }],
  [['lines', 'a', 'b'], { command: 'lines', files: ['a', 'b'], readAs: AS_FOUND }],
  [
    ['extract', 'a', '--indicators', 'own.json'],
    { command: 'extract', files: ['a'], readAs: AS_FOUND, summaries: false, indicators: 'own.json' },
  ],
  [
    ['extract', '--stdin', '--indicators=own.json'],
    { command: 'extract-stdin', jobs: 1, summaries: false, indicators: 'own.json' },
  ],
  [['extract', 'a', '--indicators'], 'cli.wrong.indicators'],
  [['inspect', 'a', '--indicators', 'own.json'], 'cli.wrong.foreign'],
  [['extract', '--', '--stdin'], { command: 'extract', files: ['--stdin'], readAs: AS_FOUND, summaries: false }],
  [['compare', 'a', '--xlsx', 'o.xlsx', 'b'], { command: 'compare', files: ['a', 'b'], xlsx: 'o.xlsx' }],
  [['compare', '--xlsx=a=b.xlsx', 'a'], { command: 'compare', files: ['a'], xlsx: 'a=b.xlsx' }],
  [['inspect', '-'], { command: 'inspect', files: ['-'], readAs: AS_FOUND }],
  [['inspect', '--', '--help'], { command: 'inspect', files: ['--help'], readAs: AS_FOUND }],
  [['-h'], { command: 'help' }],
  [[], 'cli.wrong.none'],
  [['read', 'a'], 'cli.wrong.command'],
  [['text'], 'cli.wrong.files'],
  [['text', 'a', 'b'], 'cli.wrong.single'],
  [['inspect', '--fast', 'a'], 'cli.wrong.option'],
  [['inspect', '--stdin'], 'cli.wrong.foreign'],
  [['extract', '--stdin', 'a'], 'cli.wrong.both'],
  [['compare', 'a', '--xlsx'], 'cli.wrong.xlsx'],
  [['audit', 'a'], { command: 'audit', files: ['a'], readAs: AS_FOUND, rules: [], all: false }],
  [
    ['audit', 'a', '--rules', 'sum,growth', '--all'],
    { command: 'audit', files: ['a'], readAs: AS_FOUND, rules: ['sum', 'growth'], all: true },
  ],
  [['audit', 'a', '--rules', 'sums'], 'cli.wrong.value'],
  [['audit', 'a', '--rules='], 'cli.wrong.value'],
  [['audit', 'a', '--year', '2022'], 'cli.wrong.foreign'],
  [['ledger', 'a', '--rules', 'sum'], 'cli.wrong.foreign'],
  [['inspect', 'a', '--all'], 'cli.wrong.foreign'],
  [['text', 'a', '--xlsx', 'b'], 'cli.wrong.foreign'],
])('%j is read as %j', (words, expected) => {
  expect(request(words)).toEqual(expected)
})
