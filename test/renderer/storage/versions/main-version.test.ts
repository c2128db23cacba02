import { expect, it } from 'vitest'
import type { Format } from '#shared/model/format'
import type { Report } from '#shared/model/report'
import { mainVersion, type Version } from '../../../../renderer/storage/versions/main-version'
import { FULL, fileOf } from './corpus'

function version(n: number, fields: Partial<Report> = {}, name = `${n}.txt`, format: Format = 'txt'): Version {
  const report = fileOf(n, FULL, fields).reports[0]?.report
  if (!report) throw new Error('no report')
  return { report, name, format }
}

const CASES: [string, Version, Version][] = [
  ['the user’s choice', version(2, { kind: 'digest', edited: ['main'] }), version(1)],
  ['the fuller kind', version(2, { kind: 'incomplete' }), version(1, { kind: 'continuation' })],
  ['the adopted text', version(2, {}, '2024年政府工作报告（通过稿）.txt'), version(1)],
  ['what is no draft', version(2), version(1, { title: '政府工作报告（审议稿）' })],
  ['the longer text', version(2), version(1, { end: FULL.length - 600 })],
  ['the surer format', version(2, {}, '2.docx', 'docx'), version(1, { end: FULL.length - 30 }, '1.pdf', 'pdf')],
  ['the lesser id', version(1), version(2)],
]

it.each(CASES)('is %s', (_, better, worse) => {
  expect(mainVersion([worse, better])).toBe(better.report.id)
  expect(mainVersion([better, worse])).toBe(better.report.id)
})

it('is none of none', () => {
  expect(mainVersion([])).toBeNull()
})
