// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, expect, it, vi } from 'vitest'
import { newId } from '#shared/model/identity'
import { NoticeList } from '../../../../renderer/app/notices/notice-list'
import { beginOpening } from '../../../../renderer/app/project/open'
import { ProjectGate } from '../../../../renderer/app/project/project-gate'
import { addCode, listCodes, type Original, type Session, useLive, useSession } from '../../../../renderer/storage'
import { Session as StoredSession } from '../../../../renderer/storage/session'
import { importFile, MemoryJournal, newProject, open, restoreInto } from '../../storage/fixture'
import { acting, draw, fakeMain, until } from '../harness'
import { progress } from './progress'

let saving: Session | null = null

vi.mock('../../../../renderer/app/layout/workbench', () => ({
  Workbench: ({ project }: { project: string }) => {
    const codes = useLive(listCodes, [])
    saving = useSession()
    return (
      <p data-testid="open">
        {project} {codes?.map(({ name }) => name).join()}
      </p>
    )
  },
}))

/** A main process with a project and its journal. */
function mainWith(journal: MemoryJournal, project = newProject()) {
  const main = fakeMain({
    'project:open': () => ({
      ok: true,
      value: {
        project,
        last: journal.last,
        torn: 2,
        damage: null,
        mended: [],
        crashed: false,
        older: null,
        fresh: false,
      },
    }),
    'journal:append': async ({ entries }: { entries: [] }) => ({ ok: true, value: await journal.append(entries) }),
    'journal:read': async ({ after, limit }: { after: number; limit: number }) => ({
      ok: true,
      value: await journal.read(after, limit),
    }),
  })
  return { main, project }
}

let remove: () => Promise<void> = async () => undefined
afterEach(() => remove())
const text = () => document.body.textContent ?? ''

it('opens the project, says what was mended, and tells main that it listens', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await open(project, journal)
  await addCode(session, { name: '民生' })
  await session.db.delete()
  const { main } = mainWith(journal, project)
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(document.querySelector('[data-testid=open]')?.textContent).toBe(`${project.id} 民生`))
  expect(main.askedOn('window:ready')).toEqual([null])
})

it('sends what the journal lacks when main says that it is behind', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const { main } = mainWith(journal, project)
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(document.querySelector('[data-testid=open]')).not.toBeNull())
  // An importer that wrote to the database and died before it answered.
  const importer = await open(project, new MemoryJournal())
  await addCode(importer.session, { name: '民生' })
  expect(journal.last).toBe(0)
  main.emit('journal:behind', { last: 0 })
  await until(() => expect(journal.last).toBe(1))
})

it('has an emptied database filled again before the import that came upon it goes on', async () => {
  const project = newProject()
  const journal = new MemoryJournal()
  const { main } = mainWith(journal, project)
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(document.querySelector('[data-testid=open]')).not.toBeNull())
  const { session } = await open(project, journal)
  await addCode(session, { name: '民生' })
  // What this window has not heard of: the importer's entry is in the journal.
  await session.db.delete({ disableAutoOpen: false })
  await session.db.open()
  const run = newId()
  main.emit('import:held', { run, last: 1 })
  await until(() => expect(saving?.status.getState().failed).toEqual({ key: 'project.write.lost', params: {} }))
  expect(main.askedOn('import:pause')).toEqual([])
  await saving?.flush()
  await until(() => expect(main.askedOn('import:pause')).toEqual([{ run, paused: false }]))
  expect(await listCodes(session.db)).toMatchObject([{ name: '民生' }])
  expect(saving?.status.getState()).toMatchObject({ failed: null, pending: 0 })
})

/** A project whose sources have lost their texts, and a main that reads them again where `reads`. */
async function withoutTexts(reads: boolean) {
  const project = newProject()
  const journal = new MemoryJournal()
  const { session } = await open(project, journal)
  await importFile(session.db, journal, 1)
  await importFile(session.db, journal, 2)
  await Promise.all([session.db.readings.clear(), session.db.texts.clear()])
  const { main } = mainWith(journal, project)
  const began: string[] = []
  main.answers['import:restore'] = ({ originals }: { originals: Original[] }) => {
    began.push(document.querySelector('[data-testid=open]') ? 'behind' : 'before')
    const run = newId()
    const read = reads ? restoreInto(project.id)(originals) : Promise.resolve()
    void read.then(() => main.emit('import:progress', progress(run, { state: 'finished', done: 2 })))
    return { ok: true, value: { run } }
  }
  return { session, main, began }
}

async function drawWithNotices(): Promise<void> {
  ;({ remove } = await draw(
    <>
      <ProjectGate first={beginOpening()} />
      <NoticeList />
    </>,
  ))
}

it('shows how far it is instead of a library in parts while lost texts are given back, and then the project', async () => {
  const { session, main } = await withoutTexts(true)
  const restores = main.answers['import:restore']
  let goOn: () => void = () => undefined
  main.answers['import:restore'] = async (input: unknown) => {
    await new Promise<void>((resolve) => {
      goOn = resolve
    })
    return restores?.(input as never)
  }
  await drawWithNotices()
  await until(() => expect(main.askedOn('import:restore')).toHaveLength(1))
  await until(() => expect(document.querySelector('[role=progressbar]')).not.toBeNull())
  expect(document.querySelector('[data-testid=open]')).toBeNull()
  goOn()
  await until(() => expect(document.querySelector('[data-testid=open]')).not.toBeNull())
  expect(await session.db.texts.count()).toBe(2)
})

it('names the sources whose texts cannot be given back', async () => {
  const { began } = await withoutTexts(false)
  await drawWithNotices()
  await until(() => expect(text()).toContain('1.txt 2.txt'))
  // What is looked at again behind the project may ask once more, soon or later.
  expect([...new Set(began)]).toEqual(['behind'])
  await until(() => expect(document.querySelector('[data-testid=open]')).not.toBeNull())
})

it('tells why texts cannot be asked for, and opens the project all the same', async () => {
  const { main } = await withoutTexts(false)
  const refused = { ok: false, error: { key: 'errors.project.missing', params: { folder: 'projects/2' } } }
  main.answers['import:restore'] = () => refused
  await drawWithNotices()
  await until(() => expect(text()).toContain('projects/2'))
  await until(() => expect(document.querySelector('[data-testid=open]')).not.toBeNull())
})

it('does not say that the project could not be opened where only its texts could not be read', async () => {
  await withoutTexts(false)
  const reading = vi.spyOn(StoredSession.prototype, 'restoreTexts').mockRejectedValue(new Error('no such key'))
  await drawWithNotices()
  await until(() => expect(text()).toContain('no such key'))
  expect(text()).toContain('正文未能重新读取')
  expect(text()).not.toContain('课题打不开')
  reading.mockRestore()
})

it('says how far the copy is that is kept before an older project is updated', async () => {
  const { main, project } = mainWith(new MemoryJournal())
  const opens = main.answers['project:open']
  let goOn: () => void = () => undefined
  const secured = new Promise<void>((done) => {
    goOn = done
  })
  main.answers['project:open'] = async (input: unknown) => {
    await secured
    return opens?.(input as never)
  }
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(text()).toContain('正在打开课题'))
  const bar = () => document.querySelector('[role=progressbar]')?.getAttribute('aria-label')
  const tell = (step: string, done: number) => acting(() => main.emit('project:securing', { step, done, total: 200 }))
  await tell('originals', 100)
  await until(() => expect(text()).toContain('先保存副本：100 / 200'))
  expect(bar()).toBe('已完成 25%')
  await tell('verify', 50)
  await until(() => expect(text()).toContain('正在核对副本：25%'))
  await tell('verify', 200)
  await until(() => expect(text()).toContain('正在更新记录'))
  goOn()
  await until(() => expect(document.querySelector('[data-testid=open]')?.textContent).toContain(project.id))
})

it('says so over the workbench, too, where the user turns to an older project, until that has failed', async () => {
  const { main, project } = mainWith(new MemoryJournal())
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(document.querySelector('[data-testid=open]')?.textContent).toContain(project.id))
  const tell = (step: string) => acting(() => main.emit('project:securing', { step, done: 1, total: 4 }))
  await tell('originals')
  await until(() => expect(document.querySelector('[role=dialog]')?.textContent).toContain('先保存副本：1 / 4'))
  await tell('failed')
  await until(() => expect(document.querySelector('[role=dialog]')).toBeNull())
})

it('explains a project that a newer program saved', async () => {
  const { main } = mainWith(new MemoryJournal())
  main.answers['project:open'] = () => ({
    ok: false,
    error: { key: 'errors.project.newer', params: { name: '课题', version: 9, known: 1 } },
  })
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(document.querySelector('[role=alert] h1')?.textContent).toBe('这个课题由更新版本的对标保存'))
  expect(text()).toContain('9')
  expect(document.querySelector('[data-testid=open]')).toBeNull()
  expect(main.askedOn('window:ready')).toEqual([])
})

it('says why it failed, copies the details, and opens at the second try', async () => {
  const { main, project } = mainWith(new MemoryJournal())
  const opens = main.answers['project:open']
  main.answers['project:open'] = () => ({
    ok: false,
    error: { key: 'errors.project.missing', params: { folder: 'projects/1' } },
  })
  ;({ remove } = await draw(<ProjectGate first={beginOpening()} />))
  await until(() => expect(text()).toContain('projects/1'))
  const button = (name: string) =>
    [...document.querySelectorAll('button')].find((b) => b.textContent?.replace(' ', '') === name)
  await acting(() => button('复制详细信息')?.click())
  expect(main.askedOn('clipboard:write')[0]).toMatchObject({ text: expect.stringContaining('errors.project.missing') })
  await until(() => expect(button('已复制')).toBeDefined())
  if (opens) main.answers['project:open'] = opens
  await acting(() => button('重试')?.click())
  await until(() => expect(document.querySelector('[data-testid=open]')?.textContent).toContain(project.id))
})
