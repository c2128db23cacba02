// @vitest-environment jsdom
import { Library } from 'lucide-react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ActivityBar } from '../../../../renderer/app/layout/activity-bar'
import { SideArea } from '../../../../renderer/app/layout/side-area'
import { restoreSides, savedSides, toggleSide } from '../../../../renderer/app/layout/sides'
import { acting, click, draw, press } from '../harness'

vi.mock('../../../../renderer/app/features', () => ({
  FEATURES: [
    {
      id: 'test',
      commands: [],
      activities: [
        {
          id: 'codebook',
          titleKey: 'codebook.title',
          icon: Library,
          command: 'x.y',
          view: 'codebook',
          place: 'top',
        },
      ],
      views: ['outline', 'codebook'].map((type) => ({
        type,
        titleKey: type === 'outline' ? 'reader.outline.title' : 'codebook.title',
        icon: Library,
        area: 'left',
        component: ({ params }: { params: object }) => {
          if (type === 'codebook') throw new Error('broken view')
          return <p>outline {JSON.stringify(params)}</p>
        },
      })),
    },
  ],
}))

let drawn: Awaited<ReturnType<typeof draw>>
beforeEach(async () => {
  restoreSides()
  drawn = await draw(
    <>
      <ActivityBar />
      <SideArea side="left" />
    </>,
  )
})
afterEach(() => drawn.remove())

const tabs = () => [...document.querySelectorAll('[role=tab]')]

it('opens with its first view, changes by arrow keys, and keeps a failure to the view', async () => {
  expect(document.querySelector('aside')).toBeNull()
  await acting(() => toggleSide('left'))
  expect(document.querySelector('[role=tabpanel]')?.textContent).toBe('outline {}')
  expect(tabs().map((tab) => tab.getAttribute('aria-selected'))).toEqual(['true', 'false'])
  const [first] = tabs()
  if (!first) throw new Error('no tab')
  vi.spyOn(console, 'error').mockReturnValue()
  await press(first, 'ArrowRight')
  expect(savedSides().left.active).toBe('codebook')
  expect(document.activeElement).toBe(tabs()[1])
  expect(document.querySelector('[role=alert]')?.textContent).toContain('broken view')
  expect(document.querySelector('nav button')?.getAttribute('aria-pressed')).toBe('true')
  await click(tabs()[0])
  expect(document.querySelector('[role=tabpanel]')?.textContent).toBe('outline {}')
})

it('is sized with the arrow keys within its limits, and closes', async () => {
  await acting(() => toggleSide('left'))
  const splitter = document.querySelector('[role=separator]')
  if (!splitter) throw new Error('no splitter')
  await press(splitter, 'ArrowRight')
  expect(savedSides().left.size).toBe(276)
  for (let i = 0; i < 40; i += 1) await press(splitter, 'ArrowLeft')
  expect(savedSides().left.size).toBe(180)
  expect(splitter.getAttribute('aria-valuenow')).toBe('180')
  await click(document.querySelector('aside button[aria-label]'))
  expect(document.querySelector('aside')).toBeNull()
})
