import type { Dictionary } from '#shared/statements/dictionary'
import { nameIn } from '../indicators'

/** What a statement is listed under: the indicator's name where it is known, else the phrase as written. */
export function listedName(
  dictionary: Dictionary,
  statement: { canonical: string; indicator: string },
  language: string,
): string {
  const { canonical, indicator } = statement
  return canonical === '' ? indicator : nameOfIndicator(dictionary, canonical, language, indicator)
}

/** The name of an indicator by its id; what is written in its place where the dictionary has it no more. */
export function nameOfIndicator(dictionary: Dictionary, id: string, language: string, written = id): string {
  const indicator = dictionary.byId(id)
  return indicator ? nameIn(indicator, language) : written
}

/** An indicator to choose; `search` holds all of its names in lower case. */
export interface IndicatorOption {
  value: string
  label: string
  search: string
}

/** All indicators to choose from, in the dictionary's order. */
export const indicatorOptions = (dictionary: Dictionary, language: string): IndicatorOption[] =>
  dictionary.indicators.map((indicator) => ({
    value: indicator.id,
    label: nameIn(indicator, language),
    search: [indicator.id, indicator.name, indicator.english, ...indicator.aliases].join('\n').toLocaleLowerCase(),
  }))
