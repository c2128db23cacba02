import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { DATA_VERSION } from '#shared/model/project'
import { ProjectFolders } from '../../../electron/files/project-folder'
import { entry, temporaryFolder } from './entries'

let profile: string
beforeEach(async () => {
  profile = await temporaryFolder()
})

/** A profile with one project that has one entry; returns its id. */
async function plant(): Promise<string> {
  const folders = new ProjectFolders(profile)
  const { project, journal } = await folders.open('我的课题')
  await journal.append([entry(1)])
  await folders.close()
  return project.id
}

const projectFile = (id: string) => join(profile, 'projects', id, 'project.json')

describe('ProjectFolders', () => {
  it('makes the first project and finds it again', async () => {
    const id = await plant()
    expect(JSON.parse(await readFile(join(profile, 'catalog.json'), 'utf8'))).toMatchObject({ current: id })
    const folders = new ProjectFolders(profile)
    const { project, journal } = await folders.open('another name')
    expect(project).toMatchObject({ id, name: '我的课题', dataVersion: DATA_VERSION })
    expect(journal.last).toBe(1)
    await folders.close()
  })

  it('opens once for all who ask', async () => {
    const folders = new ProjectFolders(profile)
    const [a, b] = await Promise.all([folders.open('x'), folders.open('x')])
    expect(a).toBe(b)
    expect(await folders.opened(a.project.id)).toBe(a)
    await expect(folders.opened('another')).rejects.toThrow('errors.project.notOpen')
    await folders.close()
    await expect(folders.opened(a.project.id)).rejects.toThrow('errors.project.notOpen')
  })

  it('refuses a newer project by name and leaves it as it is', async () => {
    const id = await plant()
    const newer = JSON.stringify({ id, name: '新课题', dataVersion: DATA_VERSION + 1, shape: 'unknown' })
    await writeFile(projectFile(id), newer)
    await expect(new ProjectFolders(profile).open('x')).rejects.toEqual(
      expect.objectContaining({
        reason: {
          key: 'errors.project.newer',
          params: { name: '新课题', version: DATA_VERSION + 1, known: DATA_VERSION },
        },
      }),
    )
    expect(await readFile(projectFile(id), 'utf8')).toBe(newer)
  })

  it.each(['missing', 'damaged'])('makes project.json anew where it is %s, and says so', async (how) => {
    const id = await plant()
    if (how === 'missing') await rm(projectFile(id))
    else await writeFile(projectFile(id), '{"id":')
    const folders = new ProjectFolders(profile)
    const { project, mended } = await folders.open('课题')
    await folders.close()
    expect(project).toMatchObject({ id, name: '课题' })
    expect(mended.map(({ key }) => key)).toEqual(['errors.project.mended'])
    const again = new ProjectFolders(profile)
    expect(await again.open('x')).toMatchObject({ project, mended: [] })
    await again.close()
  })

  it('does not make a new project in the place of one that is gone', async () => {
    const id = await plant()
    await rm(join(profile, 'projects', id), { recursive: true })
    await expect(new ProjectFolders(profile).open('x')).rejects.toThrow('errors.project.missing')
  })

  it('removes what a cut-off save left, and nothing else', async () => {
    const id = await plant()
    const originals = join(profile, 'projects', id, 'originals')
    await writeFile(join(originals, `.${crypto.randomUUID()}.tmp`), 'half')
    await writeFile(join(originals, `.${'a'.repeat(64)}.${crypto.randomUUID()}.tmp`), 'half')
    await writeFile(join(originals, 'kept.tmp'), 'x')
    const folders = new ProjectFolders(profile)
    await folders.open('x')
    await folders.close()
    expect(await readdir(originals)).toEqual(['kept.tmp'])
  })

  it.each(['missing', 'damaged'])('finds the project again when the catalog is %s', async (how) => {
    const id = await plant()
    if (how === 'missing') await rm(join(profile, 'catalog.json'))
    else await writeFile(join(profile, 'catalog.json'), '{"current":"')
    const folders = new ProjectFolders(profile)
    expect((await folders.open('x')).project.id).toBe(id)
    await folders.close()
    expect(JSON.parse(await readFile(join(profile, 'catalog.json'), 'utf8'))).toMatchObject({ current: id })
  })
})
