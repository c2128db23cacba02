import { message } from '#shared/model/identity'
import type { InsideRule, Verdict } from './audit-types'
import type { Told } from './growth-check'
import { isChange } from './names'
import { candidate } from './reckon'
import { apart, compareFigures, identityOf } from './same-figure'
import { groupBy, isResult, isYearly } from './select'
import { isSingular } from './singular'

/** Further apart than this they are of two things (滨海新区 and 全市): a tenth of a level, two points of a rate. */
const ONE_THING = { level: 0.1, rate: 2 }

/** 迈上2000亿元、1000亿元台阶: marks that were passed; 预期目标, 民营, 县域: the sentence speaks of something else. */
const ELSEWHERE = /大关|台阶|关口|目标|力争|建议|民营|非公|县|新区|开发区|园区|集聚区|乡镇|累计/u

const sentenceOf = ({ material, statement }: Told): string =>
  material.text.slice(statement.sentence.start, statement.sentence.end)

/** A sentence that names years names the year of the figure. */
const namesIts = (one: Told): boolean => {
  const years: readonly string[] = sentenceOf(one).match(/\d{4}(?=年)/gu) ?? []
  return years.length === 0 || years.includes(one.statement.year)
}

const isOneThing = (a: Told, b: Told): boolean =>
  a.statement.indicator === b.statement.indicator &&
  a.statement.sentence.start !== b.statement.sentence.start &&
  [a, b].every((one) => namesIts(one) && !ELSEWHERE.test(sentenceOf(one))) &&
  apart(a, b) <= (a.statement.kind === 'level' ? ONE_THING.level : ONE_THING.rate)

/** 前后不一: one figure of one year and basis given twice in a report, and not as one number. */
export const repeatRule: InsideRule = (material) => {
  const told = material.statements
    .filter((one) => isResult(one) && isSingular(one))
    .filter((one) => (one.kind === 'level' ? !isChange(material.text, one) : isYearly(one)))
    .map((statement): Told => ({ material, statement }))
  return [...groupBy(told, identityOf).values()].flatMap(([first, ...others]) =>
    others.flatMap((other): Verdict[] => (first && isOneThing(first, other) ? [verdictOf(first, other)] : [])),
  )
}

function verdictOf(first: Told, other: Told): Verdict {
  const { held, ...check } = compareFigures('repeat', first, other)
  if (held) return { ...check, held }
  const params = {
    label: first.statement.indicator,
    expected: first.statement.quantity,
    found: other.statement.quantity,
  }
  return {
    ...check,
    held,
    severity: 'check',
    message: message('audit.rule.repeat.found', params),
    candidates: ['subset', 'definition', 'misread'].map(candidate),
    breaks: [],
  }
}
