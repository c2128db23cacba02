import { describe, expect, it } from 'vitest'
import { DICTIONARIES, type Dictionary, languageOf, translate } from '#shared/locales/translate'

function flatten(dictionary: Dictionary, path = ''): Map<string, string> {
  const all = new Map<string, string>()
  for (const [key, value] of Object.entries(dictionary)) {
    if (typeof value === 'string') all.set(path + key, value)
    else for (const [inner, text] of flatten(value, `${path}${key}.`)) all.set(inner, text)
  }
  return all
}

const chinese = flatten(DICTIONARIES['zh-CN'])
const english = flatten(DICTIONARIES.en)
const parameters = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort()

describe('the dictionaries', () => {
  it('have the same keys', () => {
    expect([...english.keys()].sort()).toEqual([...chinese.keys()].sort())
    expect(chinese.size).toBeGreaterThan(100)
  })

  it('take the same parameters', () => {
    const differing = [...chinese].filter(
      ([key, text]) => JSON.stringify(parameters(text)) !== JSON.stringify(parameters(english.get(key) ?? '')),
    )
    expect(differing.map(([key]) => key)).toEqual([])
  })

  it('leave no string empty', () => {
    // A plain number and a range need no word beside them.
    const wordless = /comparator\.(eq|range)$/
    const empty = [...chinese, ...english].filter(([key, text]) => text.trim() === '' && !wordless.test(key))
    expect(empty.map(([key]) => key)).toEqual([])
  })

  it('keep words out of the interface that mean other things to practitioners', () => {
    const foreign = [...chinese].filter(([, text]) => /表述|核算(?!期)|实绩|批注/.test(text))
    expect(foreign.map(([key]) => key)).toEqual([])
  })
})

describe('translate', () => {
  it('fills in parameters and shows the key where there is no string', () => {
    expect(translate('en', 'no.such.key')).toBe('no.such.key')
    expect(translate('zh-CN', 'errors')).toBe('errors')
  })

  it.each([
    ['zh-Hans-CN', 'zh-CN'],
    ['zh', 'zh-CN'],
    ['en-GB', 'en'],
    ['de', 'en'],
  ])('takes the system language %s as %s', (locale, language) => {
    expect(languageOf(locale)).toBe(language)
  })
})
