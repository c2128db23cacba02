// @vitest-environment jsdom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { message } from '#shared/model/identity'
import { watchErrors } from '../../../../renderer/app/errors/watch'
import { NoticeList } from '../../../../renderer/app/notices/notice-list'
import { notify, registerCommands, runCommand } from '../../../../renderer/workbench'
import { acting, click, draw, type FakeMain, fakeMain } from '../../app/harness'

let main: FakeMain
let remove: () => Promise<void>
beforeEach(async () => {
  main = fakeMain()
  vi.useFakeTimers()
  ;({ remove } = await draw(<NoticeList />))
})
afterEach(async () => {
  for (const button of document.querySelectorAll('button[aria-label="关闭通知"]')) await click(button)
  await remove()
  vi.useRealTimers()
})
const shown = () => [...document.querySelectorAll('[role=status], [role=alert]')].map((notice) => notice.textContent)

it('lets notes go by themselves, and keeps warnings and errors until they are dismissed', async () => {
  await acting(() => {
    notify('success', message('app.save.savedNotice'))
    notify('warning', message('app.notice.notPersistent'))
    notify('error', message('app.error.copyFailed'))
  })
  expect(shown()).toHaveLength(3)
  await acting(() => vi.advanceTimersByTime(10_000))
  expect(shown()).toEqual([expect.stringContaining('持久存储'), '复制失败'])
  expect(document.querySelector('[role=alert]')?.textContent).toBe('复制失败')
  await click(document.querySelector('button[aria-label="关闭通知"]'))
  expect(shown()).toEqual(['复制失败'])
})

it('tells of every error that nothing caught, and copies its details', async () => {
  vi.spyOn(console, 'error').mockReturnValue()
  watchErrors(window)
  const end = registerCommands([{ id: 'a.b', titleKey: 'x', run: () => Promise.reject(new Error('in a command')) }])
  await acting(async () => {
    window.dispatchEvent(new ErrorEvent('error', { error: new Error('in the window') }))
    window.dispatchEvent(
      new ErrorEvent('error', { message: 'ResizeObserver loop completed with undelivered notifications.' }),
    )
    window.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: 'in a promise' }))
    runCommand('a.b')
    await Promise.resolve()
  })
  expect(shown()).toEqual(['出现意外错误：in the window', '出现意外错误：in a promise', '出现意外错误：in a command'])
  await click(document.querySelector('button[aria-label="复制详细信息"]'))
  expect(main.askedOn('clipboard:write')).toEqual([{ text: expect.stringContaining('Error: in the window') }])
  expect(shown()).toHaveLength(2)
  end()
})
