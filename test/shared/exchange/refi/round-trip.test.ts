import fc from 'fast-check'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { childrenOf } from '#shared/coding/code-tree'
import { sourceGuid } from '#shared/exchange/refi/guid'
import { readQdpx } from '#shared/exchange/refi/read/project'
import { writeQdpx } from '#shared/exchange/refi/write-project'
import { ARCHIVE_LIMITS } from '#shared/ipc/imports'
import type { Code } from '#shared/model/code'
import { contentOf, type Records, records, written } from '../content'
import { validate } from './schema'

const words = { language: 'zh-CN', indicatorName: (id: string) => (id === 'gdp' ? '地区生产总值' : '') } as const
const NOW = '2026-11-23T00:00:00.000Z'

const pack = (content: Records) => written((sink) => writeQdpx(contentOf(content), words, sink))

async function trip(content: Records) {
  const bytes = await pack(content)
  validate('project', unzipSync(bytes)['project.qde'] ?? new Uint8Array())
  const read = readQdpx(bytes, NOW, ARCHIVE_LIMITS)
  if (!read.ok) throw new Error(read.fault.key)
  return read.content
}

const tree = (codes: readonly Code[]): unknown => {
  const children = childrenOf(codes)
  const walk = (parent: string | null): unknown =>
    (children.get(parent) ?? []).map(({ id, name, color, definition, example }) => ({
      id,
      name,
      color,
      definition,
      example,
      below: walk(id),
    }))
  return walk(null)
}

describe('a project through REFI-QDA', () => {
  it('is valid by the schema and comes back without loss', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (content) => {
        const back = await trip(content)
        expect(back.name).toBe(content.name)
        expect(back.createdAt).toBe('2026-01-02T03:04:05.000Z')
        expect(tree(back.codes)).toEqual(tree(content.codes))
        expect(back.sources.map(({ hash, name, text }) => ({ hash, name, text }))).toEqual(
          content.sources.map(({ source, text }) => ({ hash: source.hash, name: source.name, text })),
        )
        for (const [index, { annotations }] of content.sources.entries())
          expect(back.sources[index]?.annotations.map((one) => ({ ...one, codes: one.codes.toSorted() }))).toEqual(
            annotations.map(({ id, anchor, codes, memo, author, createdAt, updatedAt }) => ({
              id,
              start: anchor.start,
              end: anchor.end,
              quote: anchor.quote,
              codes: codes.toSorted(),
              memo,
              author,
              createdAt,
              updatedAt,
              also: [],
            })),
          )
        const memos = ({ id, subject, text, author, updatedAt }: Records['memos'][number]) =>
          [id, subject.type, subject.id, text, author, updatedAt].join('|')
        expect(
          back.memos
            .map((memo) => memos({ ...memo, subject: memo.subject as Records['memos'][number]['subject'] }))
            .sort(),
        ).toEqual(content.memos.map(memos).sort())
        expect(back.leftOut).toEqual([])
      }),
      { numRuns: 80 },
    )
  })

  it('has positions that count the characters of its plain texts', async () => {
    await fc.assert(
      fc.asyncProperty(records, async (content) => {
        const zip = unzipSync(await pack(content))
        const qde = strFromU8(zip['project.qde'] ?? new Uint8Array())
        const spans = new Map(
          [...qde.matchAll(/guid="([^"]+)" name="[^"]*" startPosition="(\d+)" endPosition="(\d+)"/g)].map(
            ([, guid, start, end]) => [guid, [Number(start), Number(end)]],
          ),
        )
        for (const { source, annotations } of content.sources) {
          const characters = [...strFromU8(zip[`Sources/${sourceGuid(source.hash)}.txt`] ?? new Uint8Array())]
          for (const { id, anchor } of annotations) {
            const words = characters.slice(...(spans.get(id) ?? [])).join('')
            expect(words).toBe(anchor.quote.replace(/\r\n?/g, '\n'))
          }
        }
      }),
      { numRuns: 80 },
    )
  })
})
