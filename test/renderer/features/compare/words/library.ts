import type { AnalysedSource } from '#shared/model/analysed'
import type { Code } from '#shared/model/code'
import { reportId } from '#shared/model/identity'
import type { PlaceRef } from '#shared/model/place'
import { makeAnchor } from '#shared/text/anchor'
import { addAnnotation, addCode, type Session } from '../../../../../renderer/storage'
import { PLACES } from '../../../../shared/compare/build'
import { analysed, hashOf } from '../../../storage/fixture'

const HEADING = '一、文化'

/** What the district of the museums says again and again. */
export const MUSEUMS = `${HEADING}\n${'博物馆开放，博物馆免费。'.repeat(12)}`
/** And the one of the factories. */
export const FACTORIES = `${HEADING}\n${'工业投产，工业繁荣。'.repeat(12)}`

/** A report of a place with this text under one heading. */
export function reportOf(n: number, place: PlaceRef, text: string, kind: 'full' | 'digest' = 'full'): AnalysedSource {
  const made = analysed(n)
  const end = text.length
  return {
    ...made,
    text: { ...made.text, text, stretches: [{ start: 0, end, kind: 'report', report: 0 }] },
    reports: made.reports.map((one) => ({
      ...one,
      report: { ...one.report, place, kind, end },
      statements: [],
      sections: one.sections.map((section) => ({
        ...{ ...section, end, heading: { start: 0, end: HEADING.length }, title: '文化', topic: 'culture' },
      })),
    })),
  }
}

/** The two districts of the tests, in the order of their codes. */
export const DISTRICTS = [PLACES.xigong, PLACES.chanhe] as const

/** Codes the first place where these words stand in the n-th report. */
export async function code(session: Session, n: number, text: string, words: string, codes: string[]): Promise<void> {
  const start = text.indexOf(words)
  await addAnnotation(session, {
    ...{ source: hashOf(n), reading: `${hashOf(n)}:1`, report: reportId(hashOf(n), 0) },
    ...{ anchor: makeAnchor(text, start, start + words.length), codes, memo: '' },
  })
}

/** Makes a code. */
export const newCode = (session: Session, name: string): Promise<Code> =>
  addCode(session, { name, parent: null, color: '#0072b2' })
