import { INDICATORS, indicatorById } from '#shared/statements/indicators'

/** The name of an indicator in the interface's language; '' for an id that is none. */
function indicatorName(id: string, language: string): string {
  const indicator = indicatorById(id)
  if (!indicator) return ''
  return language === 'en' ? indicator.english : indicator.name
}

/** What a statement is listed under: the indicator's name where it is known, else the phrase as written. */
export const listedName = (statement: { canonical: string; indicator: string }, language: string): string =>
  indicatorName(statement.canonical, language) || statement.indicator

/** An indicator to choose; `search` holds all of its names in lower case. */
export interface IndicatorOption {
  value: string
  label: string
  search: string
}

/** All indicators to choose from, in the dictionary's order. */
export const indicatorOptions = (language: string): IndicatorOption[] =>
  INDICATORS.map(({ id, name, english, aliases }) => ({
    value: id,
    label: language === 'en' ? english : name,
    search: [id, name, english, ...aliases].join('\n').toLocaleLowerCase(),
  }))
