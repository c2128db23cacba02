import type { TFunction } from 'i18next'
import { type Piece, wordsOfMatter } from '#shared/matters/words'
import type { ExtractedMatter } from '#shared/model/matter'
import type { Dictionary } from '#shared/statements/dictionary'
import { listedName } from '../indicator-names'

/** A matter as a list shows it. */
export interface ListedMatter {
  /** Its indicator, where the dictionary has it by the dictionary's name. */
  name: string
  /** What of it: 增速; ''. */
  aspect: string
  says: string
  facts: string
}

const joined = (t: TFunction, pieces: readonly Piece[], by: string): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : t(piece.key, piece.params).trim())).join(by)

/** A matter in the words of the interface. */
export function listedMatter(
  t: TFunction,
  dictionary: Dictionary,
  matter: ExtractedMatter,
  language: string,
): ListedMatter {
  const { name, aspect, says, facts } = wordsOfMatter(matter)
  return {
    name: ('canonical' in matter ? listedName(dictionary, matter, language) : name) || t('matters.review.nameless'),
    aspect,
    says: joined(t, says, ' '),
    facts: joined(t, facts, ' · '),
  }
}
