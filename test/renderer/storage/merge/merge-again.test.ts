import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import type { Choice } from '#shared/exchange/merge/merge-types'
import {
  acceptStatement,
  addCorrections,
  packageMembers,
  type RuleDraft,
  rejectStatement,
  removeAnnotation,
  removeRule,
  reviewStatements,
  saveRule,
  updateAnnotation,
  updateCode,
} from '../../../../renderer/storage'
import { dumpRecords } from '../fixture'
import { annotate, code, copied, merge, type Opened, opened, planOf, span, textOf } from './two-projects'

/** Two who say other things of a code, a number and a passage, without a common past. */
async function differing() {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  const [here, there] = [await code(mine.session, '经济'), await code(theirs.session, '经济')]
  await updateCode(mine.session, here.id, { definition: '甲的定义' })
  await updateCode(theirs.session, there.id, { definition: '乙的定义' })
  await annotate(mine.session, '固定资产投资', [here.id], '甲的备忘')
  await annotate(theirs.session, '固定资产投资', [there.id], '乙的备忘')
  const report = (await mine.session.db.reports.toArray())[0]?.id ?? ''
  const key = (await reviewStatements(mine.session.db, report))[0]?.key ?? ''
  await acceptStatement(mine.session, report, key)
  await rejectStatement(theirs.session, report, key)
  return { mine, theirs, there }
}

/** A choice for the conflicts of these tables. */
async function choosing(mine: Opened, theirs: Opened, choices: Record<string, Choice>) {
  const { conflicts } = await planOf(mine, theirs)
  return new Map(conflicts.flatMap(({ id, table }) => (choices[table] ? [[id, choices[table]] as const] : [])))
}

const decisions = ({ session }: Opened) => session.db.mergeDecisions.toArray()
const byTable = async (one: Opened) => new Map((await decisions(one)).map((decision) => [decision.table, decision]))
const changedTables = ({ entry }: Awaited<ReturnType<typeof merge>>) => entry?.changes.map(({ table }) => table) ?? []

it('keeps with the merge how each conflict was settled, by whom, and what both said', async () => {
  const { mine, theirs } = await differing()
  const plan = await planOf(mine, theirs)
  expect(plan.conflicts.map(({ earlier }) => earlier)).toEqual([null, null, null])
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine', statements: 'mine' }))
  const found = await byTable(mine)
  expect(found.get('codes')).toMatchObject({
    ...{ mine: { definition: '甲的定义' }, theirs: { definition: '乙的定义' } },
    ...{ choice: 'mine', suggested: false, author: '甲' },
  })
  expect(found.get('statements')).toMatchObject({ mine: { status: 'accepted' }, theirs: { status: 'rejected' } })
  expect(found.get('annotations')).toMatchObject({ choice: 'both', suggested: true, author: '甲' })
})

it('goes by it when the same is met again, and writes nothing more', async () => {
  const { mine, theirs } = await differing()
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine', statements: 'mine' }))
  const settled = await decisions(mine)
  mine.session.author = '丙'
  await annotate(theirs.session, '新建停车场')
  const { conflicts, counts } = await planOf(mine, theirs)
  expect(conflicts.map(({ table, choice }) => `${table} ${choice}`).sort()).toEqual(
    ['annotations both', 'codes mine', 'statements mine'].sort(),
  )
  expect(conflicts.every(({ earlier }) => earlier?.author === '甲')).toBe(true)
  expect(counts.get('codes')).toMatchObject({ conflicts: 0, earlier: 1 })
  expect(changedTables(await merge(mine, theirs))).toEqual(['annotations'])
  expect(await decisions(mine)).toEqual(settled)
  expect((await merge(mine, theirs)).entry).toBeNull()
})

it('asks anew where either side has changed, before what was settled', async () => {
  const { mine, theirs, there } = await differing()
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine', statements: 'mine', annotations: 'mine' }))
  await updateCode(theirs.session, there.id, { definition: '乙的新定义' })
  const first = await planOf(mine, theirs)
  expect(first.conflicts.map(({ table, earlier }) => [table, earlier === null])).toEqual([
    ['codes', true],
    ['annotations', false],
    ['statements', false],
  ])
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'theirs' }))
  const [annotation] = await mine.session.db.annotations.toArray()
  await updateAnnotation(mine.session, annotation?.id ?? '', { memo: '甲又写' })
  const second = await planOf(mine, theirs)
  expect(second.conflicts.map(({ table, earlier }) => [table, earlier === null])).toEqual([
    ['annotations', true],
    ['statements', false],
  ])
})

it('asks anew where the project went back from what it had taken', async () => {
  const { mine, theirs } = await differing()
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'theirs' }))
  const [own] = await mine.session.db.codes.toArray()
  await updateCode(mine.session, own?.id ?? '', { definition: '甲的定义' })
  const { conflicts } = await planOf(mine, theirs)
  expect(conflicts.find(({ table }) => table === 'codes')?.earlier).toBeNull()
})

it('takes another decision over an earlier one', async () => {
  const { mine, theirs } = await differing()
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine' }))
  const before = (await byTable(mine)).get('codes')
  mine.session.author = '丙'
  const done = await merge(mine, theirs, await choosing(mine, theirs, { codes: 'theirs' }))
  expect(changedTables(done).toSorted()).toEqual(['codes', 'mergeDecisions'])
  expect((await byTable(mine)).get('codes')).toMatchObject({ id: before?.id, choice: 'theirs', author: '丙' })
  expect((await mine.session.db.codes.toArray())[0]?.definition).toBe('乙的定义')
})

it('notes who confirmed what was left to the suggestion', async () => {
  const { mine, theirs } = await differing()
  await merge(mine, theirs)
  expect((await byTable(mine)).get('annotations')).toMatchObject({ suggested: true })
  mine.session.author = '丙'
  await merge(mine, theirs, await choosing(mine, theirs, { annotations: 'both' }))
  expect((await byTable(mine)).get('annotations')).toMatchObject({ suggested: false, choice: 'both', author: '丙' })
})

it('forgets with undo what was settled, and knows it again with redo', async () => {
  const { mine, theirs } = await differing()
  const before = await dumpRecords(mine.session.db)
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine', statements: 'mine' }))
  const settled = await decisions(mine)
  await mine.session.undo()
  expect(await dumpRecords(mine.session.db)).toEqual(before)
  expect((await planOf(mine, theirs)).conflicts.map(({ earlier }) => earlier)).toEqual([null, null, null])
  await mine.session.redo()
  expect(await decisions(mine)).toEqual(settled)
  expect((await planOf(mine, theirs)).conflicts.every(({ earlier }) => earlier !== null)).toBe(true)
})

it('has what was settled in the package, and again from the journal', async () => {
  const { mine, theirs } = await differing()
  await merge(mine, theirs, await choosing(mine, theirs, { codes: 'mine' }))
  const settled = await decisions(mine)
  const lines: string[] = []
  for await (const { path, bytes } of packageMembers(mine.session.db, () => undefined))
    if (path === 'records/mergeDecisions.jsonl') lines.push(new TextDecoder().decode(bytes))
  const records = lines
    .join('')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  expect(records.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(settled.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
  const again = await copied(mine, '甲')
  expect(await again.session.db.mergeDecisions.toArray()).toHaveLength(settled.length)
  expect((await planOf(again, theirs)).conflicts.every(({ earlier }) => earlier !== null)).toBe(true)
})

it('goes on knowing what corrections of the same merge have moved', async () => {
  const mine = await opened('甲')
  const marked = await annotate(mine.session, '新建停车场', [], '共同')
  const theirs = await copied(mine, '乙')
  await updateAnnotation(mine.session, marked.id, { memo: '甲改过' })
  await removeAnnotation(theirs.session, marked.id)
  await merge(mine, theirs, await choosing(mine, theirs, { annotations: 'mine' }))
  const [before] = await decisions(mine)
  await addCorrections(theirs.session, [
    { ...(await span(theirs.session, '一般公共预算')), replacement: '一般公共财政预算' },
  ])
  const { entry } = await merge(mine, theirs)
  expect(entry?.changes.map(({ table }) => table)).toContain('corrections')
  expect(await textOf(mine.session)).toContain('一般公共财政预算')
  const [after] = await decisions(mine)
  expect(after).toMatchObject({ id: before?.id, choice: 'mine', suggested: false, updatedAt: before?.updatedAt })
  expect(after?.mine).not.toEqual(before?.mine)
  expect((await planOf(mine, theirs)).conflicts).toMatchObject([{ table: 'annotations', earlier: { id: before?.id } }])
})

it('knows corrections of the same characters again', async () => {
  const [mine, theirs] = [await opened('甲'), await opened('乙')]
  await addCorrections(mine.session, [{ ...(await span(mine.session, '一六0')), replacement: '160' }])
  await addCorrections(theirs.session, [{ ...(await span(theirs.session, '完成一六0')), replacement: '达到1600' }])
  await merge(mine, theirs, await choosing(mine, theirs, { corrections: 'mine' }))
  expect((await planOf(mine, theirs)).conflicts).toMatchObject([{ choice: 'mine', earlier: { suggested: false } }])
  expect((await merge(mine, theirs)).entry).toBeNull()
})

it('makes no second copy of what was kept twice, and asks again when it was taken away', async () => {
  const mine = await opened('甲')
  const draft = { name: '就业', type: 'phrase', extent: 'hit', codes: [], onImport: false } satisfies Omit<
    RuleDraft,
    'pattern'
  >
  const { id } = await saveRule(mine.session, { ...draft, pattern: '就业' })
  const theirs = await copied(mine, '乙')
  await saveRule(mine.session, { ...draft, id, pattern: '新增就业' })
  await saveRule(theirs.session, { ...draft, id, pattern: '城镇就业' })
  const patterns = async () => (await mine.session.db.rules.toArray()).map(({ pattern }) => pattern).sort()
  await merge(mine, theirs, await choosing(mine, theirs, { rules: 'both' }))
  expect(await patterns()).toEqual(['城镇就业', '新增就业'])
  expect((await planOf(mine, theirs)).conflicts).toMatchObject([{ choice: 'both', earlier: { choice: 'both' } }])
  expect((await merge(mine, theirs)).entry).toBeNull()
  expect(await patterns()).toEqual(['城镇就业', '新增就业'])
  const copy = (await mine.session.db.rules.toArray()).find((rule) => rule.id !== id)
  await removeRule(mine.session, copy?.id ?? '')
  expect((await planOf(mine, theirs)).conflicts).toMatchObject([{ earlier: null }])
})
