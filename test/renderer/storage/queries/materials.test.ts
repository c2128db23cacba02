import 'fake-indexeddb/auto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ReportMaterial } from '#shared/compare/material'
import {
  acceptStatement,
  editStatement,
  hideSource,
  type MaterialsWanted,
  rejectStatement,
  reportMaterials,
  reviewStatements,
  type Session,
} from '../../../../renderer/storage'
import { hashOf, importFile, opened, TEXT } from '../fixture'
import { withMatters } from '../matters/made'

let session: Session

beforeEach(async () => {
  const made = await opened()
  session = made.session
  for (const n of [1, 2, 3]) await importFile(session.db, made.journal, n)
})

afterEach(() => session.close())

async function read(wanted: MaterialsWanted = { text: false }): Promise<ReportMaterial[]> {
  const all: ReportMaterial[] = []
  for await (const some of reportMaterials(session.db, wanted)) all.push(...some)
  return all
}

it('gives statements as they stand after the word of the user, without rejected ones', async () => {
  const report = (await session.db.reports.where('source').equals(hashOf(1)).first())?.id ?? ''
  const [level, growth, target] = (await reviewStatements(session.db, report)).map(({ key }) => key)
  await acceptStatement(session, report, level ?? '')
  await rejectStatement(session, report, growth ?? '')
  await editStatement(session, report, target ?? '', { value: 11 })
  const own = (await read()).find((material) => material.report.id === report)
  expect(own?.statements.map(({ key, status, value }) => [key, status, value])).toEqual([
    [level, 'accepted', 160],
    [target, 'edited', 11],
  ])
  expect(own?.text).toBe('')
  expect(own?.report).toMatchObject({ source: hashOf(1), year: 2024, kind: 'full', place: { code: '410304' } })
})

it('gives texts where they are asked for, and leaves hidden sources and other places out', async () => {
  expect((await read({ text: true })).map(({ text }) => text)).toEqual([TEXT, TEXT, TEXT])
  await hideSource(session, hashOf(2))
  expect((await read()).map(({ report }) => report.source)).toEqual([hashOf(1), hashOf(3)])
  expect(await read({ text: false, places: ['410303'] })).toEqual([])
  expect(await read({ text: false, places: ['410304'] })).toHaveLength(2)
})

it('tells how far it is and ends when it is told to', async () => {
  const told: string[] = []
  for await (const _ of reportMaterials(session.db, { text: false }, (done, total) => told.push(`${done}/${total}`)));
  expect(told).toEqual(['0/3', '3/3'])
  const ended = AbortSignal.abort(new Error('ended'))
  await expect(reportMaterials(session.db, { text: false }, undefined, ended).next()).rejects.toThrow('ended')
})

it('brings matters along', async () => {
  const { session: other } = await opened(withMatters)
  const parts: ReportMaterial[] = []
  for await (const some of reportMaterials(other.db, { text: false })) parts.push(...some)
  expect(parts.flatMap(({ matters }) => matters).length).toBe(8)
  other.close()
})
