// @vitest-environment jsdom
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { translate } from '#shared/locales/translate'
import { APP_COMMANDS } from '../../../renderer/app/commands'
import { FEATURES } from '../../../renderer/app/features'

const commands = [...APP_COMMANDS, ...FEATURES.flatMap((feature) => feature.commands)]
const views = FEATURES.flatMap((feature) => feature.views)
const duplicates = (values: readonly string[]) => values.filter((value, at) => values.indexOf(value) !== at)

describe('the features', () => {
  it('are all mounted', () => {
    // A folder without views or commands of its own is a part that several features show: its door opens no feature.
    const folders = readdirSync('renderer/features').filter((folder) =>
      readFileSync(join('renderer/features', folder, 'index.ts'), 'utf8').includes('export const feature: Feature'),
    )
    expect(FEATURES.map(({ id }) => id).sort()).toEqual(folders.sort())
  })

  it('give no two commands, views or activities one name', () => {
    expect(duplicates(commands.map(({ id }) => id))).toEqual([])
    expect(duplicates(views.map(({ type }) => type))).toEqual([])
    expect(duplicates(FEATURES.flatMap(({ activities }) => activities.map(({ id }) => id)))).toEqual([])
  })

  it('have for each activity its command and its view', () => {
    for (const activity of FEATURES.flatMap((feature) => feature.activities)) {
      expect(commands.map(({ id }) => id)).toContain(activity.command)
      expect(views.map(({ type }) => type)).toContain(activity.view)
    }
  })
})

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? files(join(folder, entry.name)) : [join(folder, entry.name)],
  )

/** Keys that stand in the code as literals: `t('…')`, `message('…')`, `titleKey: '…'`. */
const LITERAL = /(?:\bt\(|\bmessage\(|titleKey[:=] ?|failure\()['"]([a-z]\w*(?:\.\w+)+)['"]/g

describe('the strings', () => {
  const used = files('renderer')
    .filter((path) => /\.tsx?$/.test(path))
    .flatMap((path) => [...readFileSync(path, 'utf8').matchAll(LITERAL)].map(([, key = '']) => ({ path, key })))

  it.each(['zh-CN', 'en'] as const)('that the window asks for by name are in %s', (language) => {
    expect(used.length).toBeGreaterThan(200)
    expect(used.filter(({ key }) => translate(language, key) === key)).toEqual([])
  })
})
