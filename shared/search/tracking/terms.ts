import type { PhraseTerm } from '../../model/phrase-group'

/** The plain phrases that count as a wording, each once, without blank ones. */
export const phrasesOf = ({ name, variants }: Pick<PhraseTerm, 'name' | 'variants'>): string[] => [
  ...new Set([name, ...variants].map((phrase) => phrase.trim()).filter((phrase) => phrase !== '')),
]
