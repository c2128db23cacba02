import { type Given, givenOf } from '#shared/matters/given'
import { prepareReport, readSentences } from '#shared/statements/extract'
import { inputOf } from '../statements/read'

/** A report of 2023 made ready for the readers of matters. */
export function given(text: string): Given {
  const report = prepareReport(inputOf(text))
  return givenOf(report, readSentences(report))
}

/** One paragraph in the review of 2022, one in the plan of 2023. */
export const inReview = (paragraph: string): Given => given(`一、2022年工作回顾\n${paragraph}`)
export const inPlan = (paragraph: string): Given => given(`二、2023年工作安排\n${paragraph}`)
