// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { createRoot } from 'react-dom/client'
import { expect, it, vi } from 'vitest'
import { addCode, listCodes, SessionProvider, useLive, useSession } from '../../../renderer/storage'
import { opened } from './fixture'

function Names() {
  const session = useSession()
  const codes = useLive(listCodes, [])
  return <p>{codes ? `${session.project.name}: ${codes.map(({ name }) => name).join()}` : '…'}</p>
}

it('shows what is stored, and what is stored later', async () => {
  const { session } = await opened()
  const element = document.createElement('div')
  const root = createRoot(element)
  root.render(
    <SessionProvider session={session}>
      <Names />
    </SessionProvider>,
  )
  await vi.waitFor(() => expect(element.textContent).toBe('课题: '))
  await addCode(session, { name: '民生' })
  await vi.waitFor(() => expect(element.textContent).toBe('课题: 民生'))
  root.unmount()
  session.close()
})

it('says that a session is missing', async () => {
  const errors: unknown[] = []
  const root = createRoot(document.createElement('div'), { onUncaughtError: (error) => errors.push(error) })
  root.render(<Names />)
  await vi.waitFor(() => expect(String(errors[0])).toContain('SessionProvider'))
})
