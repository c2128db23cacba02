import { expect, it } from 'vitest'
import { MatterType } from '#shared/model/matter'
import { belowMatters, judgeMatters, matterFloors } from './evaluation'
import { matterFiles } from './files'
import { poolMatters } from './score'

it('holds the floors on the seeds, read from their bytes', async () => {
  const files = matterFiles('seeds')
  expect(files).toHaveLength(5)
  const judged = await Promise.all(files.map((file) => judgeMatters(file)))
  const pools = new Map(
    MatterType.options.map((type) => [type, poolMatters(judged.flatMap((one) => one?.get(type) ?? []))]),
  )
  expect(belowMatters('seeds', pools, matterFloors())).toEqual([])
})

it('has every label on words of its text', () => {
  for (const { name, bytes, labels } of [...matterFiles('seeds'), ...matterFiles('corpus')]) {
    if (!bytes) continue
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    for (const { type, start, end } of labels) {
      const words = text.slice(start, end)
      expect(words.trim(), `${name} ${type} @${start}`).toBe(words)
      expect(words.length, `${name} ${type} @${start}`).toBe(end - start)
    }
  }
})
