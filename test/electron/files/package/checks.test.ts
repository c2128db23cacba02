import { join } from 'node:path'
import { expect, it } from 'vitest'
import { Backups } from '../../../../electron/files/backups/backups'
import { Checks } from '../../../../electron/files/package/checks'
import { OpenedPackages } from '../../../../electron/files/package/opened'
import { PackageWriter } from '../../../../electron/files/package/writer'
import { ProjectFolders } from '../../../../electron/files/project-folder'
import { entries, temporaryFolder } from '../entries'
import { plantProject } from './sample-project'

const CANCELLED = { reason: { key: 'errors.package.cancelled' } }

it('is ended by the window that asked for it, and by no other', async () => {
  const folder = await temporaryFolder()
  const path = join(folder, 'a.duibiao')
  const { content } = await plantProject()
  await (await PackageWriter.begin(path)).finish(content)
  const folders = new ProjectFolders(await temporaryFolder())
  await folders.open('一')
  const checks = new Checks()
  let stopping = 'one'
  const opened = new OpenedPackages({
    projects: folders,
    project: () => folders.opened(),
    told: () => checks.stop(stopping),
  })
  const open = (asking: string) => checks.run(asking, (signal) => opened.open(path, asking, signal))
  await expect(open('one')).rejects.toMatchObject(CANCELLED)
  expect((await open('other')).file).toBe('a.duibiao')
  stopping = 'nobody'
  expect((await open('one')).file).toBe('a.duibiao')
  await opened.abandon()
  await folders.close()
})

it('of a backup leaves no project behind where it is ended', async () => {
  const [profile, folder] = [await temporaryFolder(), await temporaryFolder()]
  const folders = new ProjectFolders(profile)
  let stops = true
  const checks = new Checks()
  const backups = new Backups({
    profile,
    offered: folder,
    app: 'test',
    project: () => folders.opened(),
    projects: folders,
    isImporting: () => false,
    changed: () => undefined,
    told: () => {
      if (stops) checks.stop('window')
    },
  })
  const { journal, project } = await folders.open('洛阳')
  await journal.append(entries(1, 3))
  await backups.choose(folder)
  await backups.now()
  const [listed] = await backups.list()
  const restore = () => checks.run('window', (signal) => backups.restore(listed?.file ?? '', signal))
  await expect(restore()).rejects.toMatchObject(CANCELLED)
  expect((await folders.list()).projects.map(({ id }) => id)).toEqual([project.id])
  stops = false
  const id = await restore()
  expect((await folders.list()).current).toBe(id)
  await backups.change({ folder: null })
  await backups.close()
  await folders.close()
})
