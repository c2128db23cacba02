import 'fake-indexeddb/auto'
import { expect, it } from 'vitest'
import { newId } from '#shared/model/identity'
import { makeAnchor } from '#shared/text/anchor'
import { addAnnotations, annotationsOf, mergeAnnotations } from '../../../../renderer/storage'
import { opened, TEXT } from '../fixture'

const STEP = { key: 'test.step', params: {} }

/** A project with annotations of one code at these spans, in the order of the text. */
async function marked(spans: readonly (readonly [number, number])[]) {
  const { session, hash } = await opened()
  const code = newId()
  const given = { source: hash, reading: `${hash}:1`, report: null, codes: [code], memo: '' }
  await addAnnotations(
    session,
    STEP,
    spans.map(([start, end]) => ({ ...given, anchor: makeAnchor(TEXT, start, end) })),
  )
  const spansNow = async () => (await annotationsOf(session.db, hash)).map(({ anchor }) => [anchor.start, anchor.end])
  return { session, hash, all: await annotationsOf(session.db, hash), spansNow }
}

const TWO_PAIRS = [
  [0, 2],
  [2, 5],
  [10, 12],
  [12, 14],
] as const

it('merges around one annotation only, in one step that is taken back as a whole', async () => {
  const { session, all, spansNow } = await marked(TWO_PAIRS)
  expect(await mergeAnnotations(session, { annotation: all[1]?.id ?? '' })).toEqual({ before: 2, after: 1 })
  expect(await spansNow()).toEqual([
    [0, 5],
    [10, 12],
    [12, 14],
  ])
  await session.undo()
  expect(await spansNow()).toEqual(TWO_PAIRS)
  session.close()
})

it('merges a whole source, or the whole project', async () => {
  const { session, hash, spansNow } = await marked(TWO_PAIRS)
  expect(await mergeAnnotations(session, { source: hash })).toEqual({ before: 4, after: 2 })
  expect((await annotationsOf(session.db, hash))[0]?.anchor).toEqual(makeAnchor(TEXT, 0, 5))
  await session.undo()
  expect(await mergeAnnotations(session, 'project')).toEqual({ before: 4, after: 2 })
  expect(await spansNow()).toEqual([
    [0, 5],
    [10, 14],
  ])
  expect(await mergeAnnotations(session, 'project')).toBeNull()
  expect(await mergeAnnotations(session, { annotation: newId() })).toBeNull()
  session.close()
})
