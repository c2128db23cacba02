// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { message } from '#shared/model/identity'
import { dismissNotice, notify, useNotices } from '../../../renderer/workbench/notices'
import { draw } from '../app/harness'

it('tells the same thing once while it stands there', async () => {
  let told: readonly { id: string }[] = []
  function Spy() {
    told = useNotices()
    return null
  }
  const first = notify('error', message('project.write.disk'))
  expect(notify('error', message('project.write.disk'))).toBe(first)
  const other = notify('error', message('project.write.disk'), 'details')
  const { remove } = await draw(<Spy />)
  expect(told.map(({ id }) => id)).toEqual([first, other])
  await remove()
  dismissNotice(first)
  expect(notify('error', message('project.write.disk'))).not.toBe(first)
})
