import { type Language, translate } from '../../locales/translate'
import type { Report } from '../../model/report'
import type { Source } from '../../model/source'
import { guidFor } from './guid'
import { element, worded } from './xml'

/*
 * What a source and a report are known by, as variables of REFI-QDA: other tools show them as attributes of documents
 * and cases. Their GUIDs are fixed, so that reading knows them whatever their names.
 */

const SOURCE = ['sha256', 'form', 'folder', 'origin', 'published', 'page', 'url', 'obtained'] as const
const REPORT = ['place', 'placeCode', 'year', 'kind'] as const
type Variable = (typeof SOURCE)[number] | (typeof REPORT)[number]

/** The GUID of a variable of ours. */
export const variableGuid = (variable: Variable): string => guidFor('variable', variable)

/** The declarations. */
export function variablesXml(language: Language): string {
  return [...SOURCE, ...REPORT]
    .map((variable) =>
      element('Variable', {
        guid: variableGuid(variable),
        name: translate(language, `exchangeFiles.variable.${variable}`),
        typeOfVariable: variable === 'year' ? 'Integer' : 'Text',
      }),
    )
    .join('')
}

function value(variable: Variable, words: string): string {
  if (words === '') return ''
  const reference = element('VariableRef', { targetGUID: variableGuid(variable) })
  return element('VariableValue', {}, reference + worded(variable === 'year' ? 'IntegerValue' : 'TextValue', words))
}

/** The values of a source. `form` is the word for its line ends (`plainOf`). */
export function sourceValues({ hash, folder, provenance }: Source, form: string): string {
  const values = { sha256: hash, form, folder, ...provenance }
  return SOURCE.map((variable) => value(variable, values[variable])).join('')
}

/** The values of a report. */
export function reportValues({ place, year, kind }: Report, language: Language): string {
  const values = {
    place: place?.name ?? '',
    placeCode: place?.code ?? '',
    year: year === null ? '' : String(year),
    kind: translate(language, `reader.kind.${kind}`),
  }
  return REPORT.map((variable) => value(variable, values[variable])).join('')
}
