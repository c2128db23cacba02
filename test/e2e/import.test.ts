import { closeSync, ftruncateSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chooseInDialog, newFolder, newProfile, removeProfile, start, startAgain, type Workbench } from './driver'
import { activity, libraryRow, pictureOnFailure, readerText, resultRows } from './steps'

const seed = (name: string): Buffer => readFileSync(join('seeds', name))
const SEED = '003_f9b85e353477209f.txt'

/** UTF-16 with a byte order mark, as Windows' Notepad writes it. */
const utf16 = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])

/** A short report of a made-up county in GBK, encoded by another program (Python's codec). */
const GBK = Buffer.from(
  '32303231c4eabcd7cfd8d5feb8aeb9a4d7f7b1a8b8e60a0ab8f7cebbb4fab1ed3a0acfd6d4da2cced2b4fab1edcfd8c8cbc3' +
    'f1d5feb8aecff2b4f3bbe1b1a8b8e6b9a4d7f72cc7ebd3e8c9f3d2e9a1a30ad2bba1a232303230c4eab9a4d7f7bbd8b9cb0a' +
    'c8abc4eab5d8c7f8c9fab2fad7dcd6b5d4f6b3a4362e35252cb3c7d5f2d0c2d4f6becdd2b533303030c8cba1a30ab6fea1a2' +
    '32303231c4eab9a4d7f7b0b2c5c50ab5d8c7f8c9fab2fad7dcd6b5d4f6b3a43825a1a30a',
  'hex',
)

/** A file of a size that is never written out. */
function sparse(path: string, bytes: number): void {
  const file = openSync(path, 'w')
  ftruncateSync(file, bytes)
  closeSync(file)
}

describe('files as they come', () => {
  let profile: string
  let folder: string
  let bench: Workbench

  beforeAll(async () => {
    const text = seed(SEED).toString('utf8')
    folder = newFolder({
      'good.txt': seed(SEED),
      'same again.txt': seed(SEED),
      'sub/utf-16.txt': utf16(seed('002_395ec08d707c8053.txt').toString('utf8')),
      'sub/bom.txt': `\ufeff${seed('001_c1cea06f4beada15.txt').toString('utf8')}`,
      'sub/gbk.txt': GBK,
      'sub/crlf 𠮷.txt': text.replaceAll('\n', '\r\n'),
      'empty.txt': '',
      'binary.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0, 0, 1, 2, 3, 0, 0xff]),
      'picture.png': Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
    })
    sparse(join(folder, 'huge.txt'), 64 * 1024 * 1024 + 1)
    profile = newProfile()
    bench = await start({ profile, settings: {}, size: { width: 1280, height: 800 } })
  })
  afterAll(async () => {
    await bench.close()
    removeProfile(profile)
    removeProfile(folder)
  })
  pictureOnFailure(() => bench)

  it('are imported from a folder; each that fails has one clear line and harms no other', async () => {
    const { page, app } = bench
    await chooseInDialog(app, [folder])
    await page.getByRole('button', { name: '打开文件夹…' }).click()
    await page.getByText('导入完成').waitFor()
    // The lines are drawn in turns.
    const names = ['good', 'same again', 'utf-16', 'bom', 'gbk', 'crlf 𠮷', 'empty', 'binary', 'huge']
    const drawn = async () => (await resultRows(page).allInnerTexts()).map((one) => one.split('\n')[0] ?? '')
    for (const name of names)
      await expect.poll(async () => (await drawn()).some((one) => one.endsWith(`${name}.txt`))).toBe(true)
    const lines = await resultRows(page).allInnerTexts()
    const line = (name: string): string => lines.find((one) => one.split('\n')[0]?.endsWith(name)) ?? ''
    // Two workers read: which of two like files comes first is open.
    const twins = [line('good.txt'), line('same again.txt')]
    expect(twins.filter((one) => one.includes('西工区'))).toHaveLength(1)
    expect(twins.filter((one) => one.includes('内容相同'))).toHaveLength(1)
    expect(line('utf-16.txt')).toContain('UTF-16')
    expect(line('bom.txt')).toContain('UTF-8')
    expect(line('gbk.txt')).toContain('GB18030')
    expect(line('crlf 𠮷.txt')).toContain('西工区')
    expect(line('empty.txt')).toContain('空')
    expect(line('binary.txt')).toContain('没有可读的文本')
    expect(line('huge.txt')).toContain('64 MiB')
    expect(line('picture.png')).toMatch(/PNG/i)
    expect(lines.filter((one) => /failed|undefined|\[object/.test(one))).toEqual([])
  })

  it('keeps what a vanished file would have harmed', async () => {
    const { page, app } = bench
    await chooseInDialog(app, [join(folder, 'gone.txt'), join(folder, 'good.txt')])
    await activity(page, '资料库').click()
    await page.getByRole('button', { name: '添加文件', exact: true }).click()
    await page.getByText('gone.txt').first().waitFor()
    await expect.poll(() => resultRows(page).filter({ hasText: 'gone.txt' }).innerText()).toMatch(/不存在|找不到|已被/)
    await expect.poll(() => resultRows(page).filter({ hasText: '内容相同' }).innerText()).toContain('good.txt')
  })

  // Chromium writes the settings on the command line of the process; only Linux shows that to everybody.
  it.runIf(process.platform === 'linux')('are read by a process that has its own settings of V8', async () => {
    const { app } = bench
    await chooseInDialog(app, [join(folder, 'good.txt')])
    await bench.page.evaluate(() => window.duibiao?.invoke('import:choose', { what: 'files' }))
    const settingsOf = (page: string): Promise<string | undefined> =>
      app
        .evaluate(
          ({ BrowserWindow }, name) =>
            BrowserWindow.getAllWindows()
              .find(({ webContents }) => webContents.getURL().includes(name))
              ?.webContents.getOSProcessId(),
          page,
        )
        .then((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').match(/--js-flags=[^\0]*/)?.[0])
    await expect.poll(() => settingsOf('importer.html')).toContain('--single-threaded-gc')
    expect(await settingsOf('index.html')).toBeUndefined()
  })

  it('opens a text with CR LF with every mark in its place', async () => {
    const { page } = bench
    await activity(page, '资料库').click()
    await libraryRow(page, 'crlf').dblclick()
    await readerText(page).waitFor()
    const marks = page.locator('.cm-content .db-statement')
    await marks.first().waitFor()
    for (const text of await marks.allInnerTexts()) expect(text).toMatch(/^[\d零一二两三四五六七八九十百]/)
  })
})

describe('files named at the start', () => {
  it('are imported, and those of a second start go to the first', async () => {
    const profile = newProfile()
    const bench = await start({ profile, settings: {}, args: [join(process.cwd(), 'seeds', SEED)] })
    try {
      await bench.page.getByText('导入完成').waitFor()
      await activity(bench.page, '资料库').click()
      await libraryRow(bench.page, '003_').waitFor()
      const second = await startAgain(profile, [join(process.cwd(), 'seeds', '000_72280f6944ee79bd.txt')])
      expect(second).toBe(0)
      await activity(bench.page, '资料库').click()
      await libraryRow(bench.page, '000_').waitFor()
    } finally {
      await bench.close()
      removeProfile(profile)
    }
  })
})
