import { describe, expect, it } from 'vitest'
import type { DocumentText } from '#shared/formats/format'
import { readFormat } from '#shared/formats/read'
import { FORMAT_RESOURCES } from '../../../../electron/cli/format-resources'
import { bytesOf, expectedOf, type Fixture, furnitureOf, readable } from '../../../fixtures'

const squeezed = (text: string): string => text.replace(/\s+/g, '')

async function readFixture({ file }: Fixture): Promise<DocumentText> {
  const read = await readFormat(file, bytesOf(file), { resources: FORMAT_RESOURCES })
  if (!read.ok) throw new Error(`${file}: ${read.reason.key}`)
  return read
}

/** The text without its furniture, and without the lines that a page alone cannot tell from text. */
function body({ text, marks }: DocumentText, spared: readonly string[]): string[] {
  const kept = text.split('')
  for (const { start, end } of marks.furniture) kept.fill('', start, end)
  const lines = kept.join('').split('\n').map(squeezed)
  return lines.filter((line) => line !== '' && !spared.map(squeezed).includes(line))
}

describe.each(readable('pdf').map((fixture) => [fixture.file, fixture] as const))('%s', (_, fixture) => {
  it('gives the text of its source, a paragraph a line', async () => {
    const lines = body(await readFixture(fixture), furnitureOf(fixture))
    const expected = expectedOf(fixture)
      .split('\n')
      .map(squeezed)
      .filter((line) => line !== '')
    expect(lines.join('')).toBe(expected.join(''))
    expect(lines).toEqual(expected)
  })

  it('has pages that cover its text in order', async () => {
    const { text, marks } = await readFixture(fixture)
    expect(marks.pages[0]?.start).toBe(0)
    expect(marks.pages.at(-1)?.end).toBe(text.length)
    for (const [at, page] of marks.pages.entries()) expect(page.start).toBe(marks.pages[at - 1]?.end ?? 0)
  })
})

it('marks what runs along the edges of pages', async () => {
  for (const name of ['columns', 'newspaper']) {
    const fixture = readable('pdf').find(({ file }) => file === `pdf/${name}.pdf`)
    if (!fixture) throw new Error(`no fixture ${name}`)
    const { text, marks } = await readFixture(fixture)
    const furniture = marks.furniture.map(({ start, end }) => text.slice(start, end))
    expect([...new Set(furniture)].sort()).toEqual([...furnitureOf(fixture)].sort())
  }
})

it('marks the headings that Writer and Chromium set large', async () => {
  const fixture = readable('pdf').find(({ file }) => file === 'pdf/chromium.pdf')
  if (!fixture) throw new Error('no fixture')
  const { text, marks } = await readFixture(fixture)
  expect(marks.headings.map(({ level, start, end }) => [level, text.slice(start, end)])).toEqual([
    [1, '2020年洛阳市西工区政府工作报告'],
    [2, '一、2019年工作回顾'],
  ])
})
