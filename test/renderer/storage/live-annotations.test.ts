import 'fake-indexeddb/auto'
import { expect, it, vi } from 'vitest'
import type { Annotation } from '#shared/model/annotation'
import { newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import {
  type AnnotationsChange,
  addAnnotation,
  addAnnotations,
  annotationsOf,
  LiveAnnotations,
  removeAnnotation,
  updateAnnotation,
} from '../../../renderer/storage'
import { EARLY } from '../../../renderer/storage/live-annotations'
import { annotationsFrom } from '../../../renderer/storage/queries/annotations'
import { AT, hashOf, opened, TEXT } from './fixture'

const until = <T>(check: () => T | Promise<T>) => vi.waitFor(check, { timeout: 10_000, interval: 5 })

/** An open source with its annotations, and what it told. */
async function started() {
  const { session, hash } = await opened()
  const failed = vi.fn()
  const live = new LiveAnnotations(session.db, hash, failed)
  const told: AnnotationsChange[] = []
  live.subscribe((change) => told.push(change))
  await until(() => expect(live.list).toEqual([]))
  told.length = 0
  const given = (start: number, end: number, source = hash) => ({
    source,
    reading: `${source}:1`,
    report: null,
    codes: [],
    memo: '',
    anchor: makeAnchor(TEXT, start, end),
  })
  const made = (start: number, end: number): Annotation => ({
    ...given(start, end),
    id: newId(),
    author: '甲',
    rule: null,
    createdAt: AT,
    updatedAt: AT,
    orphan: false,
    also: [],
  })
  const close = () => {
    live.stop()
    session.close()
    expect(failed).not.toHaveBeenCalled()
  }
  return { session, hash, live, told, given, made, close }
}

const idsOf = (live: LiveAnnotations) => live.list?.map(({ id }) => id)

it('follows what is written, record by record, in the order of the text', async () => {
  const { session, live, told, given, close } = await started()
  const late = await addAnnotation(session, given(20, 24))
  const early = await addAnnotation(session, given(0, 4))
  await until(() => expect(idsOf(live)).toEqual([early.id, late.id]))
  await updateAnnotation(session, late.id, { memo: '改' })
  await until(() => expect(live.list?.[1]?.memo).toBe('改'))
  await removeAnnotation(session, early.id)
  await until(() => expect(idsOf(live)).toEqual([late.id]))
  expect(told.every((change) => change !== 'all')).toBe(true)
  expect(told.at(-1)).toEqual({ put: [], gone: [early.id] })
  await session.undo()
  await until(() => expect(idsOf(live)).toEqual([early.id, late.id]))
  close()
})

it('follows a step over hundreds, and says nothing of other sources', async () => {
  const { session, hash, live, told, given, close } = await started()
  await addAnnotation(session, given(0, 4, hashOf(7)))
  await addAnnotations(
    session,
    { key: 'test.step', params: {} },
    Array.from({ length: 300 }, (_, i) => given(i % 20, 21 + (i % 10))),
  )
  await until(() => expect(live.list).toHaveLength(300))
  expect(live.list).toEqual(await annotationsOf(session.db, hash))
  const count = told.length
  await addAnnotation(session, given(0, 4, hashOf(7)))
  const last = await addAnnotation(session, given(0, 1))
  await until(() => expect(live.list?.some(({ id }) => id === last.id)).toBe(true))
  expect(told).toHaveLength(count + 1)
  close()
})

it('shows what is proposed at once, and tells of it only once', async () => {
  const { session, live, told, made, close } = await started()
  const annotation = made(0, 4)
  const saved = live.propose(new Map([[annotation.id, annotation]]), () => addAnnotation(session, annotation))
  expect(live.list).toEqual([annotation])
  expect(told).toEqual([{ put: [annotation], gone: [] }])
  await saved
  expect(idsOf(live)).toEqual([annotation.id])
  const gone = live.propose(new Map([[annotation.id, null]]), () => removeAnnotation(session, annotation.id))
  expect(live.list).toEqual([])
  await gone
  expect(live.list).toEqual([])
  expect(told).toHaveLength(2)
  close()
})

it('takes back what could not be saved', async () => {
  const { live, told, made, close } = await started()
  const annotation = made(0, 4)
  const failure = new Error('disk gone')
  await expect(live.propose(new Map([[annotation.id, annotation]]), () => Promise.reject(failure))).rejects.toBe(
    failure,
  )
  expect(live.list).toEqual([])
  expect(told.at(-1)).toEqual({ put: [], gone: [annotation.id] })
  close()
})

it('keeps the later of two proposals while the earlier one is saved', async () => {
  const { session, live, made, close } = await started()
  const first = made(0, 4)
  const second = { ...first, memo: '后' }
  const one = live.propose(new Map([[first.id, first]]), () => addAnnotation(session, first))
  const two = live.propose(new Map([[first.id, second]]), async () => {
    await one
    expect(live.list?.[0]?.memo).toBe('后')
    await updateAnnotation(session, first.id, { memo: '后' })
  })
  await two
  expect(live.list).toMatchObject([{ id: first.id, memo: '后' }])
  close()
})

it('shows a preview until it is ended', async () => {
  const { session, live, given, close } = await started()
  const stored = await addAnnotation(session, given(0, 4))
  await until(() => expect(idsOf(live)).toEqual([stored.id]))
  live.preview({ ...stored, anchor: makeAnchor(TEXT, 0, 6) })
  expect(live.list?.[0]?.anchor.end).toBe(6)
  live.endPreview(stored.id)
  expect(live.list).toEqual([stored])
  close()
})

/** A promise and what resolves it. */
function gate() {
  let open = () => {}
  const closed = new Promise<void>((done) => {
    open = done
  })
  return { closed, open }
}

it('has those around a place before the others, and what is written meanwhile', async () => {
  const { session, hash, given, close } = await started()
  const step = { key: 'test.step', params: {} }
  await addAnnotations(
    session,
    step,
    Array.from({ length: EARLY + 1 }, () => given(8, 12)),
  )
  const { closed, open } = gate()
  const live = new LiveAnnotations(session.db, hash, vi.fn(), { place: 6, before: () => closed })
  const told: AnnotationsChange[] = []
  live.subscribe((change) => told.push(change))
  expect(live.early).toBeNull()
  await until(() => expect(live.early).toHaveLength(EARLY))
  expect([live.list, told]).toEqual([null, ['early']])
  const first = await addAnnotation(session, given(0, 2))
  expect(live.list).toBeNull()
  open()
  await live.first
  expect(live.list).toEqual(await annotationsOf(session.db, hash))
  expect([live.list?.[0]?.id, live.list?.length, told.includes('all')]).toEqual([first.id, EARLY + 2, true])
  expect(live.early).toBe(live.list)
  live.stop()
  close()
})

it.each([0, 1_000])('has all at once where there are few, and the text was left at %i', async (place) => {
  const { session, hash, given, close } = await started()
  const only = await addAnnotation(session, given(0, 2))
  const before = vi.fn(() => Promise.resolve())
  const live = new LiveAnnotations(session.db, hash, vi.fn(), { place, before })
  const told: AnnotationsChange[] = []
  live.subscribe((change) => told.push(change))
  await live.first
  expect(live.list).toEqual([only])
  expect(told).toEqual(['all'])
  expect(before).not.toHaveBeenCalled()
  live.stop()
  close()
})

it('goes on showing those around the place where the others cannot be read', async () => {
  const { session, hash, given, close } = await started()
  const many = Array.from({ length: EARLY + 1 }, () => given(8, 12))
  await addAnnotations(session, { key: 'test.step', params: {} }, many)
  const { closed, open } = gate()
  const failed = vi.fn()
  const live = new LiveAnnotations(session.db, hash, failed, { place: 0, before: () => closed })
  await until(() => expect(live.early).toHaveLength(EARLY))
  session.db.close()
  open()
  await live.first
  expect(failed).toHaveBeenCalledOnce()
  expect(live.early).toHaveLength(EARLY)
  await session.db.open()
  await until(() => expect(live.list).toHaveLength(EARLY + 1))
  live.stop()
  close()
})

it('reads all of them once the database is open again', async () => {
  const { session, hash, given, close } = await started()
  const { id } = await addAnnotation(session, given(0, 4))
  session.db.close()
  const failed = vi.fn()
  const live = new LiveAnnotations(session.db, hash, failed)
  await until(() => expect(failed).toHaveBeenCalledOnce())
  expect(live.list).toEqual([])
  await session.db.open()
  await until(() => expect(idsOf(live)).toEqual([id]))
  live.stop()
  close()
})

it('finds those of a source from an offset on, in the order of the text', async () => {
  const { session, hash, given, close } = await started()
  const text = { key: 'test.step', params: {} }
  const spans = [
    [9, 12],
    [4, 9],
    [4, 6],
    [0, 3],
    [12, 13],
  ] as const
  await addAnnotations(session, text, [
    ...spans.map(([start, end]) => given(start, end)),
    given(5, 7, hashOf(7)),
    given(10, 11, hashOf(0)),
  ])
  const found = async (offset: number, most: number) => {
    const { annotations, all } = await annotationsFrom(session.db, hash, offset, most)
    return { all, spans: annotations.map(({ anchor: { start, end } }) => [start, end]) }
  }
  const inOrder = [
    [0, 3],
    [4, 6],
    [4, 9],
    [9, 12],
    [12, 13],
  ]
  expect(await found(4, 4)).toEqual({ all: false, spans: inOrder.slice(1) })
  expect(await found(5, 1)).toEqual({ all: false, spans: [[9, 12]] })
  expect(await found(0, 5)).toEqual({ all: true, spans: inOrder })
  expect(await found(13, 5)).toEqual({ all: true, spans: inOrder })
  expect(await found(13, 4)).toEqual({ all: false, spans: [] })
  close()
})
