import axe from 'axe-core'
import { describe, expect, it } from 'vitest'
import { feature as codebook } from '../../../renderer/features/codebook'
import { activeReader, feature as reader } from '../../../renderer/features/reader'
import { annotationsOf, listCodes } from '../../../renderer/storage'
import { TEXT } from '../../renderer/storage/fixture'
import {
  annotate,
  asked,
  choice,
  choose,
  click,
  codes,
  hash,
  leave,
  line,
  lines,
  mount,
  ok,
  press,
  session,
  show,
  started,
  text,
  tree,
  until,
  visited,
} from './stage'

const Reader = reader.views[0]?.component
const Codebook = codebook.views[0]?.component

describe('tables of codes', () => {
  it('are looked at before they come in, as one step', async () => {
    await codes('甲')
    await started(1)
    choose({ name: '编码.csv', bytes: new TextEncoder().encode('路径,定义\n甲,新的定义\n甲 > 乙,\n,无名') })
    const { run } = codebook.commands.find(({ id }) => id === 'codebook.import') ?? {}
    await run?.()
    await until(() => expect(text('.ant-modal [role=status]')).toEqual(['新建 1 · 修改 1 · 相同 0 · 有误 1']))
    expect(text('.ant-modal li').map((one) => one?.replace(/^\d/, ''))).toEqual([
      '修改甲定义',
      '新建甲 › 乙',
      '有误没有编码名称',
    ])
    const steps = await session.db.journalMirror.count()
    await click(ok())
    await until(async () => expect(await tree()).toEqual(['甲', '-乙']))
    expect(await session.db.journalMirror.count()).toBe(steps + 1)
  })

  it('go out as the codebook is', async () => {
    await codes('甲', '甲/乙')
    await started(2)
    const { run } = codebook.commands.find(({ id }) => id === 'codebook.export') ?? {}
    await run?.()
    const [{ payload } = { payload: null }] = asked
    const { bytes } = payload as { bytes: Uint8Array }
    expect(new TextDecoder().decode(bytes).split('\r\n')[2]).toMatch(/^甲 > 乙,乙,甲,#/)
  })
})

describe('counts', () => {
  it('stand by place and year, and lead to the passages', async () => {
    const ids = await codes('甲', '甲/乙')
    await annotate(['160亿元', [ids.get('甲') ?? '']], ['8%', [ids.get('乙') ?? '']])
    show('counts', { code: ids.get('甲') })
    await until(() => expect(text('tbody tr')).toEqual(['瀍河回族区22']))
    expect(text('thead th')).toEqual(['标注数', '2024', '合计'])
    await click(choice(/含下级编码/)?.querySelector('input'))
    await until(() => expect(text('tbody tr')).toEqual(['瀍河回族区11']))
    document.querySelector<HTMLElement>('td button')?.focus()
    await press('{ArrowRight}')
    await until(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('0:1'))
    await press('{ArrowLeft}')
    await until(() => expect(document.activeElement?.getAttribute('data-cell')).toBe('0:0'))
    await press('{Enter}')
    expect(visited.at(-1)).toMatchObject({
      type: 'quotes',
      params: { code: ids.get('甲'), place: '410304', year: 2024 },
    })
  })

  it('of all codes follow every change', async () => {
    const ids = await codes('甲', '乙')
    await annotate(['160亿元', [ids.get('甲') ?? '']])
    show('counts')
    await until(() => expect(text('tbody tr')).toEqual(['甲11']))
    await annotate(['8%', [ids.get('乙') ?? '']])
    await until(() => expect(text('tbody tr')).toEqual(['甲11', '乙11']))
    await session.undo()
    await until(() => expect(text('tbody tr')).toEqual(['甲11']))
  })
})

describe('beside the reader', () => {
  it('takes the selected passage as the example of a code, with where it stands', async () => {
    await codes('甲')
    if (!Codebook || !Reader) throw new Error('a view is missing')
    mount(
      <>
        <Codebook viewKey="" params={{}} visible />
        <Reader viewKey={hash} params={{}} visible />
      </>,
      'display:grid;grid-template-columns:300px 600px;height:700px',
    )
    await until(() => expect(lines()).toEqual(['甲']))
    await until(() => expect(activeReader()).not.toBeNull())
    await click(line('甲'))
    await until(() => expect(document.querySelector('.db-code-details')).not.toBeNull())
    const start = TEXT.indexOf('固定资产投资')
    activeReader()?.view.focus()
    activeReader()?.view.dispatch({ selection: { anchor: start, head: start + 6 } })
    await press('{Control>}{Alt>}u{/Alt}{/Control}')
    await until(async () =>
      expect((await listCodes(session.db))[0]?.example).toMatch(/^「固定资产投资」（瀍河回族区 2024年政府工作报告/),
    )
    expect(await annotationsOf(session.db, hash)).toEqual([])
  })
})

describe('its looks', () => {
  const faults = async () => {
    const { violations } = await axe.run(document.body, {
      runOnly: ['wcag2a', 'wcag2aa'],
      rules: { 'html-has-lang': { enabled: false }, 'document-title': { enabled: false } },
    })
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html, any }) => `${html} ${any[0]?.message}`)}`)
  }

  it.each(['light', 'dark'])('have no faults that axe finds, in %s', async (theme) => {
    document.documentElement.dataset.theme = theme
    document.body.style.background = 'var(--db-surface)'
    const ids = await codes('甲', '甲/乙', '丙')
    await annotate(['160亿元', [ids.get('甲') ?? '']])
    await started(3)
    await until(() => expect(document.querySelector('.db-code-details textarea')).not.toBeNull())
    expect(await faults()).toEqual([])
    await leave()
    show('counts')
    await until(() => expect(text('tbody tr')).toHaveLength(1))
    expect(await faults()).toEqual([])
  })
})
