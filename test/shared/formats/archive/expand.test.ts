import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { type ArchiveLimits, type Expanded, expandArchive, isArchive } from '#shared/formats/archive/expand'
import { ARCHIVES, bytesOf } from '../../../fixtures'

const MIB = 1024 * 1024
const LIMITS: ArchiveLimits = { members: 1000, member: 64 * MIB, total: 512 * MIB, batch: 32 * MIB, ratio: 200 }

/** All batches as one. */
async function all(bytes: Uint8Array, limits = LIMITS) {
  const members: { name: string; bytes: Uint8Array }[] = []
  const refused: { name: string; key: string }[] = []
  let batches = 0
  for (let from: number | null = 0; from !== null; batches++) {
    const batch: Expanded = await expandArchive(bytes, { from, limits })
    if (!batch.ok) return { reason: batch.reason.key, members, refused, batches }
    members.push(...batch.members)
    refused.push(...batch.refused.map(({ name, reason }) => ({ name, key: reason.key })))
    from = batch.next
  }
  return { reason: null, members, refused, batches }
}

/** Zeros pack to a thousandth; what does not pack at all is drawn from a generator. */
function noise(length: number): Uint8Array {
  let state = 1
  return Uint8Array.from({ length }, () => {
    state = (state * 1103515245 + 12345) & 0x7fffffff
    return state >> 16
  })
}

describe('archives of other programs', () => {
  it.each(ARCHIVES.map((archive): [string, (typeof ARCHIVES)[number]] => [archive.file, archive]))(
    '%s',
    async (_, archive) => {
      const bytes = bytesOf(archive.file)
      expect(isArchive(archive.file, bytes)).toBe(true)
      const { reason, members, refused } = await all(bytes)
      expect(reason !== null).toBe(archive.refused === true)
      const shown = (path: string) => path.replace('!/', '/')
      const good = archive.entries.filter(({ same }) => same !== null)
      for (const { path, same } of good) {
        const member = members.find(({ name }) => name === shown(path))
        expect(member?.bytes).toEqual(bytesOf(same ?? ''))
      }
      const bad = archive.entries.filter(
        ({ refusal }) => refusal !== undefined && refusal !== 'noise' && refusal !== 'unsafePath',
      )
      expect(refused.map(({ name }) => name).sort()).toEqual(bad.map(({ path }) => shown(path)).sort())
      const harmless = archive.entries.filter(({ refusal }) => refusal === 'unsafePath').length
      expect(members).toHaveLength(good.length + harmless)
      for (const { name } of members) expect(name).not.toMatch(/(?:^|\/)\.\.(?:\/|$)|^[/\\]|^[A-Za-z]:|\\/)
    },
  )

  it('says why a member was refused', async () => {
    const keyOf = async (file: string) => (await all(bytesOf(file))).refused.map(({ key }) => key)
    expect(await keyOf('zip/encrypted.zip')).toEqual(['errors.file.encrypted'])
    expect(await keyOf('zip/nested-twice.zip')).toEqual(['errors.file.nestedTooDeep'])
    expect(await keyOf('zip/bomb-flat.zip')).toEqual(['errors.file.expandsTooFar'])
    expect(await keyOf('zip/bomb-lying.zip')).toEqual(['errors.file.damaged'])
  })
})

describe('batches', () => {
  const files = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`${index}.txt`, noise(MIB)]))

  it('hold what fits, and every member once', async () => {
    const { members, batches } = await all(zipSync(files, { level: 0 }), { ...LIMITS, batch: 3 * MIB })
    expect(batches).toBe(4)
    expect(members.map(({ name }) => name)).toEqual(Object.keys(files))
  })

  it('go on inside a nested archive', async () => {
    const outer = zipSync(
      { 'a.txt': noise(MIB), 'inner.zip': zipSync(files, { level: 0 }), 'z.txt': noise(MIB) },
      { level: 0 },
    )
    const { members, batches } = await all(outer, { ...LIMITS, batch: 3 * MIB })
    expect(batches).toBeGreaterThan(3)
    expect(members.map(({ name }) => name)).toEqual([
      'a.txt',
      ...Object.keys(files).map((name) => `inner.zip/${name}`),
      'z.txt',
    ])
  })

  it('do not end for a member that is refused, whatever size it claims', async () => {
    const bombs = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`${n}.txt`, new Uint8Array(2 * MIB)]))
    const { refused, batches } = await all(zipSync(bombs), { ...LIMITS, batch: MIB })
    expect(refused).toHaveLength(9)
    expect(batches).toBe(1)
  })

  it('hold a member that is larger than a batch', async () => {
    const { members, batches } = await all(zipSync({ 'a.txt': noise(2 * MIB) }, { level: 0 }), {
      ...LIMITS,
      batch: MIB,
    })
    expect([members.length, batches]).toEqual([1, 1])
  })
})

describe('limits', () => {
  const two = zipSync({ 'a.txt': noise(2 * MIB), 'b.txt': noise(2 * MIB) }, { level: 0 })

  it('refuse an archive that expands too far as a whole', async () => {
    expect((await all(two, { ...LIMITS, total: 3 * MIB })).reason).toBe('errors.file.expandsTooFar')
  })

  it('count nested archives into the whole', async () => {
    const nested = zipSync({ 'inner.zip': two, 'other.zip': two }, { level: 0 })
    expect((await all(nested, { ...LIMITS, total: 11 * MIB })).reason).toBe('errors.file.expandsTooFar')
    expect((await all(nested, { ...LIMITS, total: 17 * MIB })).members).toHaveLength(4)
  })

  it('refuse too many members, nested ones included', async () => {
    const many = zipSync(Object.fromEntries(Array.from({ length: 20 }, (_, index) => [`${index}.txt`, strToU8('字')])))
    expect((await all(many, { ...LIMITS, members: 19 })).reason).toBe('errors.file.tooManyMembers')
    expect((await all(zipSync({ 'a.zip': many, 'b.zip': many }), { ...LIMITS, members: 30 })).reason).toBe(
      'errors.file.tooManyMembers',
    )
  })

  it('refuse a member that is too large by its name', async () => {
    const { members, refused } = await all(two, { ...LIMITS, member: MIB })
    expect(members).toEqual([])
    expect(refused).toEqual([
      { name: 'a.txt', key: 'errors.file.tooLarge' },
      { name: 'b.txt', key: 'errors.file.tooLarge' },
    ])
  })

  it('refuse one that is packed too tight', async () => {
    const { refused } = await all(zipSync({ 'zeros.txt': new Uint8Array(4 * MIB) }))
    expect(refused).toEqual([{ name: 'zeros.txt', key: 'errors.file.expandsTooFar' }])
  })
})

describe('what is an archive', () => {
  it.each(['word/tables.docx', 'word/tables.odt', 'broken/sheet.xlsx', 'broken/no-document.docx', 'text/utf8.txt'])(
    'not %s',
    (file) => {
      expect(isArchive(file, bytesOf(file))).toBe(false)
    },
  )

  it('a zip by its content, a broken one by its name', () => {
    const zip = zipSync({ 'a.txt': strToU8('字') })
    expect(isArchive('a', zip)).toBe(true)
    expect(isArchive('a.zip', zip.subarray(0, 20))).toBe(true)
    expect(isArchive('a.bin', zip.subarray(0, 20))).toBe(false)
    expect(isArchive('a.zip', strToU8('no zip'))).toBe(false)
  })

  it('one with a program before it', async () => {
    const zip = zipSync({ 'a.txt': strToU8('字') })
    const before = new Uint8Array(zip.length + 100)
    before.set(zip, 100)
    const { members } = await all(before)
    expect(members.map(({ name }) => name)).toEqual(['a.txt'])
  })
})

describe('damage', () => {
  it('in a member costs that member alone', async () => {
    const zip = zipSync({ 'a.txt': noise(1000), 'b.txt': strToU8('字') }, { level: 0 })
    zip[100] = (zip[100] ?? 0) ^ 1
    const { members, refused } = await all(zip)
    expect(members.map(({ name }) => name)).toEqual(['b.txt'])
    expect(refused).toEqual([{ name: 'a.txt', key: 'errors.file.damaged' }])
  })

  it('at any byte ends in members or reasons', async () => {
    const zip = zipSync({ '甲.txt': strToU8('工作报告'.repeat(50)), 'b.zip': zipSync({ 'c.txt': strToU8('字') }) })
    for (let at = 0; at < zip.length; at++) {
      const broken = zip.slice()
      broken[at] = (broken[at] ?? 0) ^ 0xff
      const { reason, members, refused } = await all(broken, { ...LIMITS, total: MIB, member: MIB })
      expect(reason?.startsWith('errors.file.') ?? members.length + refused.length <= 4).toBe(true)
    }
  })
})
