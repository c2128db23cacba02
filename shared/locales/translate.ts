import { dictionary as en } from './en/index'
import { dictionary as zhCN } from './zh-CN/index'

/** Languages of the interface; every string is in both. */
export type Language = 'zh-CN' | 'en'

/** A tree of strings; parameters stand as `{{name}}`. */
export interface Dictionary {
  readonly [key: string]: string | Dictionary
}

export const DICTIONARIES: Record<Language, Dictionary> = { 'zh-CN': zhCN, en }

/**
 * The string of a key with its parameters filled in: for main and the command line, which have no i18next.
 * @returns the key itself where there is no such string, so that a gap is seen and not blank
 */
export function translate(language: Language, key: string, params: Record<string, string | number> = {}): string {
  let node: string | Dictionary | undefined = DICTIONARIES[language]
  for (const part of key.split('.')) node = typeof node === 'object' ? node[part] : undefined
  if (typeof node !== 'string') return key
  return node.replace(/\{\{(\w+)\}\}/g, (whole, name: string) => String(params[name] ?? whole))
}

/** The interface language for a system locale such as `zh-Hans-CN`. */
export const languageOf = (locale: string): Language => (/^zh\b/i.test(locale) ? 'zh-CN' : 'en')
