import type { TableContext } from '#shared/exchange/comparison-tables'
import type { SourceFacts } from '#shared/exchange/document/source-facts'
import type { Words } from '../compare'

/** What tables are told of names and files. */
export const tableContext = (words: Words, facts: ReadonlyMap<string, SourceFacts>): TableContext => ({
  language: words.language,
  indicatorName: words.indicator,
  groupName: words.group,
  fileOf: (source) => facts.get(source)?.fileName ?? '',
  linkOf: (source) => facts.get(source)?.provenance.url ?? '',
  // A table on paper names its reports, not its sentences.
  sentenceOf: () => '',
  pageOf: () => '',
})
