// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it } from 'vitest'
import { message, newId } from '#shared/model/identity'
import { OfferList } from '../../../../renderer/features/import/offer-list'
import { offers } from '../../../../renderer/features/import/offers'
import { WatchedFolders } from '../../../../renderer/features/import/watched-folders'
import { acting, click, draw, type FakeMain, fakeMain, until } from '../../app/harness'

const FOLDER = '/报告/2023'
let main: FakeMain
let end: () => unknown
let interrupted: unknown
let pending: unknown[]
let folders: string[]

const button = (name: string) =>
  [...document.querySelectorAll('button')].find(({ textContent }) => textContent?.replaceAll(' ', '') === name) ?? null
const text = () => document.body.textContent ?? ''

beforeEach(async () => {
  interrupted = { started: '2026-11-22T00:00:00.000Z', total: 2066, done: 1200, roots: ['城市报告'] }
  pending = [{ folder: FOLDER, files: ['西工.docx', '瀍河.pdf'], problem: null }]
  folders = [FOLDER]
  const nothing = () => ({ ok: true as const, value: null })
  main = fakeMain({
    'import:interrupted': () => ({ ok: true, value: interrupted }),
    'import:resume': () => {
      interrupted = null
      return { ok: true, value: { run: newId() } }
    },
    'import:discard': () => {
      interrupted = null
      return nothing()
    },
    'watch:list': () => ({ ok: true, value: folders }),
    'watch:pending': () => ({ ok: true, value: pending }),
    'watch:import': () => {
      pending = []
      return { ok: true, value: { run: newId() } }
    },
    'watch:dismiss': () => {
      pending = []
      return nothing()
    },
    'watch:remove': () => {
      folders = []
      return nothing()
    },
  })
  const drawn = await draw(
    <>
      <OfferList />
      <WatchedFolders />
    </>,
  )
  end = drawn.remove
  await until(() => expect(text()).toContain('已处理 1200 个'))
})
afterEach(() => end())

it('offers to go on with an import that was cut off', async () => {
  expect(text()).toContain('城市报告：2066 个文件中已处理 1200 个')
  await click(button('继续导入'))
  expect(main.askedOn('import:resume')).toEqual([null])
  await until(() => expect(text()).not.toContain('上次导入没有做完'))
  expect(offers().interrupted).toBeNull()
})

it('leaves it when the user does not want it', async () => {
  await click(button('不再继续'))
  await until(() => expect(text()).not.toContain('上次导入没有做完'))
  expect(main.askedOn('import:resume')).toEqual([])
})

it('offers new files of a watched folder, to import or to leave', async () => {
  expect(text()).toContain('监视的文件夹里有 2 个新文件')
  await click(button('导入新文件'))
  expect(main.askedOn('watch:import')).toEqual([{ folder: FOLDER }])
  await until(() => expect(text()).not.toContain('个新文件'))
  pending = [{ folder: FOLDER, files: ['又一份.txt'], problem: null }]
  await acting(() => main.emit('watch:found', { folder: FOLDER, files: 1 }))
  await until(() => expect(text()).toContain('监视的文件夹里有 1 个新文件'))
  await click(button('忽略'))
  expect(main.askedOn('watch:dismiss')).toEqual([{ folder: FOLDER }])
})

it('lists what is watched, says why a folder cannot be, and stops', async () => {
  pending = [{ folder: FOLDER, files: [], problem: message('errors.file.unreadable') }]
  await acting(() => main.emit('watch:found', { folder: FOLDER, files: 0 }))
  await until(() => expect(text()).toContain('无法监视：'))
  await click(document.querySelector(`button[aria-label="不再监视 ${FOLDER}"]`))
  await until(() => expect(text()).toContain('没有监视的文件夹'))
})
