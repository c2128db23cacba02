import { message } from '#shared/model/identity'
import type { MaterialStatement, ReportMaterial } from '../material'
import type { BetweenRule, Verdict } from './audit-types'
import { figureOf, yearsOf } from './figures'
import { printed } from './interval'
import { arithmetic, candidate, step, termOf } from './reckon'
import { baseOf, isPlain } from './select'
import { plainSubset, targetsFor } from './targets'

/** The number of projects that an amount is the amount of: told of in its sentence, before it. */
const countBehind = ({ statements }: ReportMaterial, amount: MaterialStatement): MaterialStatement | null =>
  statements.findLast(
    (one) =>
      one.canonical === 'key_projects' &&
      one.kind === 'level' &&
      one.start < amount.start &&
      one.sentence.start === amount.sentence.start &&
      isPlain(one) &&
      plainSubset(one) === plainSubset(amount) &&
      baseOf(one) === '个',
  ) ?? null

/** More than twice or less than half as many are another set of projects. */
const ONE_SET = 2

/** 开复工重点项目 and 重点建设项目 are one set of projects, 区市层面重大项目 is another one. */
const setOf = ({ indicator }: MaterialStatement): string =>
  indicator.replace(/实施|推进|统筹|全面|安排|开复工|新开工|续建|在建|建设|[、和]/gu, '')

const isOneSet = (planned: MaterialStatement, done: MaterialStatement): boolean =>
  setOf(planned) === setOf(done) && planned.value <= done.value * ONE_SET && done.value <= planned.value * ONE_SET

const isInvestment = (one: MaterialStatement): boolean =>
  one.canonical === 'key_project_investment' &&
  one.kind === 'level' &&
  one.role === 'actual' &&
  one.measure === 'done' &&
  one.scope === 'own'

/** 项目数变动: another number of projects behind the amount done than behind the amount that was planned. */
export const projectsRule: BetweenRule = (materials) =>
  materials.flatMap((material) =>
    material.statements.filter(isInvestment).flatMap((done): Verdict[] => {
      const count = countBehind(material, done)
      const [target] = targetsFor(materials, done).flatMap(({ material: earlier, statement }) => {
        const planned = countBehind(earlier, statement)
        return planned ? [{ earlier, statement, planned }] : []
      })
      if (!count || !target || !isOneSet(target.planned, count)) return []
      const figures = [
        figureOf(target.earlier, target.planned),
        figureOf(material, count),
        figureOf(target.earlier, target.statement),
        figureOf(material, done),
      ]
      const { unit } = count
      const steps = [step('projects', [termOf(figures, 0, { unit })], target.planned.value, unit)]
      const check = {
        place: material.report.place,
        years: yearsOf(figures),
        figures,
        arithmetic: arithmetic(steps, 1, unit, printed(target.planned), printed(count)),
      }
      if (target.planned.value === count.value) return [{ ...check, held: true, candidates: [] }]
      const params = {
        label: done.indicator,
        expected: target.planned.quantity,
        found: count.quantity,
      }
      return [
        {
          ...check,
          held: false,
          severity: 'note',
          message: message('audit.rule.projects.found', params),
          candidates: ['projects', 'subset'].map(candidate),
          breaks: [],
        },
      ]
    }),
  )
