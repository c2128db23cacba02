// @vitest-environment jsdom
import { expect, it, vi } from 'vitest'
import { MatterForm } from '../../../../../renderer/features/statements/form/matter-form'
import { draw, fakeMain } from '../../../app/harness'
import { matterOf, reviewOf } from '../matters/sample'

it('shows the list of an item by its heading, also when the user has edited that', async () => {
  fakeMain()
  const item = matterOf('list_item')
  const edited = reviewOf(matterOf('list', { heading: '十件民生实事' }), { key: item.parent, status: 'edited' })
  const { element, remove } = await draw(
    <MatterForm
      matter={item}
      text=""
      lists={[edited]}
      titleKey="matters.review.form.edit"
      focus="heading"
      onSave={vi.fn()}
      onLeave={vi.fn()}
    />,
  )
  const shown = element.querySelector('[aria-labelledby="db-form-parent"]')?.closest('.db-form-select')
  expect(shown?.textContent).toContain('十件民生实事')
  expect(shown?.textContent).not.toContain(item.parent)
  await remove()
})

it('shows the first words as they are read, without marks of Markdown', async () => {
  fakeMain()
  const text = '- **改造老旧小区**\n改造小区12个，加装电梯40部，惠及居民3000户，年底前全部完工并交付使用。'
  const { element, remove } = await draw(
    <MatterForm
      matter={matterOf('list_item', { start: 0, end: text.length })}
      text={text}
      lists={[]}
      titleKey="matters.review.form.edit"
      focus="heading"
      onSave={vi.fn()}
      onLeave={vi.fn()}
    />,
  )
  expect(element.querySelector('q')?.textContent).toBe('改造老旧小区\n改造小区12个，加装电梯40部，惠及居民3…')
  await remove()
})
