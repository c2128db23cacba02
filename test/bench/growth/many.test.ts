import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { manyReports } from './many'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'duibiao-many-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('writes each report again under names of its own', () => {
  const own = ['洛阳市', '鹤岗市', '七台河市'].map((city) => {
    const path = join(folder, 'own', city, '2022.md')
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, `${city}2022年政府工作报告\n${city.slice(0, -1)}的各位代表`)
    return path
  })
  const all = manyReports(own, 60, join(folder, 'made'))
  const texts = all.map((path) => readFileSync(path, 'utf8'))
  expect(new Set(texts).size).toBe(60)
  expect(all.every((path, at) => texts[at]?.startsWith(`${basename(dirname(path))}2022年`))).toBe(true)
  expect(texts.filter((text) => /洛阳|鹤岗|七台河/u.test(text))).toHaveLength(3)
})
