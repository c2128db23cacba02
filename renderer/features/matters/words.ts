import type { ListedMatter, MatterTableWords } from '#shared/exchange/matter-table'
import { type Language, languageOf } from '#shared/locales/translate'
import type { Dictionary } from '#shared/statements/dictionary'
import type { MatterRow } from '../../storage'
import { nameIn } from '../indicators'

/** What tables are written with in a language. */
export function tableWords(language: string, dictionary: Dictionary): MatterTableWords {
  const own: Language = languageOf(language)
  return {
    language: own,
    indicatorName: (id) => {
      const known = dictionary.byId(id)
      return known ? nameIn(known, own) : ''
    },
  }
}

/** What is told of a row beside what it is; nothing of it where it is not looked up. */
export type Around = Pick<ListedMatter, 'listHeading' | 'statements' | 'same' | 'words' | 'section' | 'page'>

const NOTHING: Around = { listHeading: '', statements: null, same: '', words: '', section: '', page: '' }

/** A row as it is shown and exported. */
export const listed = (row: MatterRow, around: Around = NOTHING): ListedMatter => ({
  content: row.content,
  status: row.status,
  place: row.place,
  reportYear: row.reportYear,
  title: row.reportTitle,
  file: row.sourceName,
  ...around,
})

/** What an indicator is called: by its name, or as the text has it. */
export function indicatorOf(row: MatterRow, { indicatorName }: MatterTableWords): string {
  const { content } = row
  return 'canonical' in content ? indicatorName(content.canonical) || content.indicator : ''
}
