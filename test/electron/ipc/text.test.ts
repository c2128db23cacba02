import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ProjectFolders } from '../../../electron/files/project-folder'
import { textHandlers } from '../../../electron/ipc/text'
import { temporaryFolder } from '../files/entries'

let folders: ProjectFolders

beforeEach(async () => {
  folders = new ProjectFolders(await temporaryFolder())
})
afterEach(() => folders.close())

it('imports no texts into a project that was opened while they were kept', async () => {
  const opened = await folders.open('课题')
  const keep = opened.originals.keep.bind(opened.originals)
  vi.spyOn(opened.originals, 'keep').mockImplementation(async (...kept) => {
    const answer = await keep(...kept)
    await folders.create('另一课题')
    return answer
  })
  const enqueue = vi.fn(() => 'run')
  const openedProject = (id: string) => folders.opened(id)
  const handlers = textHandlers({ openedProject, feeder: { enqueue }, askedFor: vi.fn() })
  const readAs = { format: 'txt', encoding: 'utf-8' } as const
  const texts = [{ name: '甲.txt', folder: '', bytes: new Uint8Array([1]), readAs }]
  const asked = handlers['text:import']({ project: opened.project.id, texts }, 'window')
  await expect(asked).rejects.toThrow('errors.project.notOpen')
  expect(enqueue).not.toHaveBeenCalled()
  // Nor does it leave their bytes behind.
  expect(await readdir(join(opened.folder, 'originals'))).toEqual([])
})
