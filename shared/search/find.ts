import { anchoredFinder } from './anchor'
import { type Variants, variantsOf } from './folds'
import type { SearchFolds } from './query'
import { foldedRegex } from './regex-folds'
import { Spans } from './spans'

/**
 * Finds the places of one phrase or expression in a text. The spans are the finder's own, its next call overwrites them:
 * columns for each text of a library would keep the collector of memory busy longer than finding takes.
 */
export type Finder = (text: string) => Spans

const SPECIAL = /[\\^$.*+?()[\]{}|/-]/u

const escaped = (unit: string): string =>
  SPECIAL.test(unit) ? `\\${unit}` : `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Every place of a phrase, also those that overlap: 人人 stands in 人人人 twice. */
export function phraseFinder(phrase: string, folds: SearchFolds): Finder {
  const variants = variantsOf(folds)
  const units = phrase.split('')
  if (units.every((unit) => !variants.has(unit))) return anchoredFinder(phrase)
  const pattern = new RegExp(units.map((unit) => classOf(unit, variants)).join(''), 'g')
  const spans = new Spans()
  return (text) => {
    spans.cut(0)
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      spans.push(match.index, match.index + phrase.length)
      pattern.lastIndex = match.index + 1
    }
    return spans
  }
}

function classOf(unit: string, variants: Variants): string {
  const same = variants.get(unit)
  return same === undefined ? escaped(unit) : `[${same.split('').map(escaped).join('')}]`
}

/**
 * The matches of an expression as JavaScript finds them: one behind the other; those of nothing are passed over. `^` and
 * `$` are the ends of lines.
 */
export function regexFinder(source: string, folds: SearchFolds): Finder {
  // The engine folds case by itself.
  const variants = variantsOf({ ...folds, case: false })
  const pattern = new RegExp(foldedRegex(source, variants, folds.width), folds.case ? 'gimu' : 'gmu')
  const spans = new Spans()
  return (text) => {
    spans.cut(0)
    pattern.lastIndex = 0
    for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
      const { 0: found, index } = match
      if (found === '') pattern.lastIndex += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1
      else spans.push(index, index + found.length)
    }
    return spans
  }
}
