// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { runRulesOnImports } from '../../../../renderer/features/autocode/on-import'
import {
  addCode,
  codedAnnotations,
  type RuleDraft,
  removeAnnotation,
  type Session,
  saveRule,
} from '../../../../renderer/storage'
import { dismissNotice, type Notice, useNotices } from '../../../../renderer/workbench'
import { ScanClient, ScanError } from '../../../../renderer/workers/scan/client'
import { message } from '../../../../shared/model/identity'
import { draw } from '../../app/harness'
import { hashOf, importFile, MemoryJournal, newProject, open } from '../../storage/fixture'
import { workerHere } from '../../workers/scan/worker-here'

let session: Session
let journal: MemoryJournal
let client: ScanClient
let code: string
let notices: readonly Notice[] = []
let remove: () => Promise<void>

function Told() {
  notices = useNotices()
  return null
}

beforeEach(async () => {
  journal = new MemoryJournal()
  const project = newProject()
  ;({ session } = await open(project, journal))
  client = new ScanClient(project.id, workerHere)
  ;({ remove } = await draw(<Told />))
  await importFile(session.db, journal, 1)
  code = (await addCode(session, { name: '增长' })).id
  await run()
})
afterEach(async () => {
  for (const { id } of notices) dismissNotice(id)
  await remove()
  client.end()
  session.close()
})

const run = (scanner: Pick<ScanClient, 'scan'> = client, signal = new AbortController().signal) =>
  runRulesOnImports(session, scanner, signal)
const rule = (patch: Partial<RuleDraft> = {}) =>
  saveRule(session, {
    ...{ name: '增长', type: 'phrase', pattern: '增长', extent: 'hit', codes: [code], onImport: true },
    ...patch,
  })
const coded = async () => (await codedAnnotations(session.db, [code])).map(({ source }) => source)

describe('rules', () => {
  it('code what was imported since, as a step of their own, and tell it', async () => {
    const { id } = await rule()
    await importFile(session.db, journal, 2)
    await importFile(session.db, journal, 3)
    await run()
    expect((await coded()).toSorted()).toEqual([hashOf(2), hashOf(2), hashOf(3), hashOf(3)])
    expect((await codedAnnotations(session.db, [code]))[0]?.rule).toBe(id)
    const counts = { name: '增长', count: 4, reports: 2 }
    expect(journal.entries.at(-1)?.operation).toEqual(message('project.history.ruleRanOnImport', counts))
    expect(notices).toMatchObject([{ level: 'success', message: message('autocode.rules.ran', counts), action: {} }])
    await session.undo()
    expect(await coded()).toEqual([])
    await run()
    expect(await coded()).toEqual([])
  })

  it('run at the next start where the program died before them', async () => {
    await rule()
    await importFile(session.db, journal, 2)
    const { project } = session
    session.close()
    ;({ session } = await open(project, journal))
    await run()
    expect(await coded()).toEqual([hashOf(2), hashOf(2)])
  })

  it('leave alone what carries the code, and what is not theirs', async () => {
    await rule()
    await rule({ name: '整句', extent: 'sentence' })
    await rule({ name: '停车', pattern: '停车场', onImport: false })
    await rule({ name: '无码', pattern: '停车场', codes: [] })
    await importFile(session.db, journal, 2)
    await run()
    // Two hits, then the two sentences around them, which do not carry the code as a whole.
    expect(await coded()).toHaveLength(4)
    const [first] = await codedAnnotations(session.db, [code])
    await removeAnnotation(session, first?.id ?? '')
    await run()
    expect(await coded()).toHaveLength(3)
  })

  it('go on after one that is not valid or never ends, which is told and not tried again', async () => {
    await rule({ name: '错', type: 'regex', pattern: '(增长' })
    await rule({ name: '久', type: 'regex', pattern: '(a+)+$' })
    await rule({ name: '增' })
    await importFile(session.db, journal, 2)
    const stuck = new ScanError(message('autocode.stuck', { name: '2.txt' }))
    const scanner: Pick<ScanClient, 'scan'> = {
      scan: (query, ...rest) => (query.pattern === '(a+)+$' ? Promise.reject(stuck) : client.scan(query, ...rest)),
    }
    await run(scanner)
    expect(await coded()).toHaveLength(2)
    const keys = notices.map(({ message: { key, params } }) => [key, params.rule])
    expect(keys).toContainEqual(['autocode.rules.invalid', '错'])
    expect(keys).toContainEqual(['autocode.rules.stuck', '久'])
    const before = journal.last
    await run()
    expect([journal.last, notices.length]).toEqual([before, 3])
  })

  it('come again where they were cut off, without a word', async () => {
    await rule()
    await importFile(session.db, journal, 2)
    const ending = new AbortController()
    ending.abort(new Error('closed'))
    await run(client, ending.signal)
    expect([await coded(), notices]).toEqual([[], []])
    await run()
    expect(await coded()).toHaveLength(2)
  })
})
