// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { BriefingDrafts, freshDrafts } from '#shared/model/briefing-draft'
import {
  changeBriefing,
  changePapers,
  changeTasks,
  draftsOf,
  follow,
  forgetDrafts,
  showKind,
} from '../../../../renderer/features/briefing/drafts'

const PROJECT = 'p1'
const COMPARISON = '11111111-1111-4111-8111-111111111111'

beforeEach(() => {
  localStorage.clear()
  forgetDrafts(PROJECT)
})

/** What a start of the program finds. */
const started = () => {
  forgetDrafts(PROJECT)
  return draftsOf(PROJECT)
}

describe('what is chosen for papers', () => {
  it('begins with a table', () => expect(started()).toEqual(freshDrafts()))

  it('is there after a restart, by project and comparison', () => {
    showKind(PROJECT, 'briefing')
    changePapers(PROJECT, COMPARISON, { year: '2022' })
    changeBriefing(PROJECT, COMPARISON, { summary: '第一段\n第二段', leftOut: ['a 1'] })
    changeTasks(PROJECT, { place: '410304', year: 2022 })
    const kept = started()
    expect(kept.kind).toBe('briefing')
    expect(kept.comparisons[COMPARISON]).toMatchObject({
      year: '2022',
      briefing: { summary: '第一段\n第二段', leftOut: ['a 1'] },
    })
    expect(kept.tasks).toMatchObject({ place: '410304', year: 2022 })
    expect(draftsOf('p2')).toEqual(freshDrafts())
  })

  it('keeps a template whose name is just being typed', () => {
    const template = { id: COMPARISON, name: '', rows: [], role: 'both', rank: true, above: true, notes: true } as const
    changePapers(PROJECT, COMPARISON, { template: { ...template, rows: [], size: 'A4', landscape: false } })
    expect(started().comparisons[COMPARISON]?.template?.name).toBe('')
  })

  it.each(['{', '[]', '{"kind":"poster"}'])('begins anew where %s is kept', (kept) => {
    localStorage.setItem(`duibiao.briefing.${PROJECT}`, kept)
    expect(started()).toEqual(freshDrafts())
    expect(BriefingDrafts.safeParse(started()).success).toBe(true)
  })

  it('does what the parameters of the view ask for', () => {
    follow(PROJECT, { kind: 'tasks', place: '410304', year: 2022 })
    expect(draftsOf(PROJECT)).toMatchObject({ kind: 'tasks', tasks: { place: '410304', year: 2022 } })
    follow(PROJECT, { kind: 'poster', place: 410304 })
    expect(draftsOf(PROJECT)).toMatchObject({ kind: 'tasks', tasks: { place: '410304', year: 2022 } })
    follow(PROJECT, { place: '410303' })
    expect(draftsOf(PROJECT).tasks).toMatchObject({ place: '410303', year: null })
  })
})
