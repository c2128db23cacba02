import type { Language } from '#shared/locales/translate'
import { translate } from '#shared/locales/translate'
import type { Block, DocumentPicture, DocumentTable, Paper, PaperDocument, Stretch } from './document'

/** A quoted sentence with where it stands. */
export interface BriefingQuote {
  /** Place and year: 瀍河回族区 2023. */
  label: string
  /** The sentence, its figures bold. */
  words: readonly Stretch[]
  /** Citation. */
  source: string
}

/** What a briefing is made of; what is empty has no heading. */
export interface BriefingParts {
  title: string
  subtitle: string
  paper: Paper
  /** What the user writes at the top, paragraphs apart by line breaks. */
  summary: string
  tables: readonly DocumentTable[]
  charts: readonly DocumentPicture[]
  ledgers: readonly DocumentTable[]
  quotes: readonly BriefingQuote[]
  language: Language
}

const section = (name: string, blocks: readonly Block[], language: Language): Block[] =>
  blocks.length === 0
    ? []
    : [{ type: 'heading', level: 1, text: translate(language, `tables.briefing.${name}`) }, ...blocks]

/** A quote under its own heading where that is another than the one before. */
function quoteBlocks(quotes: readonly BriefingQuote[]): Block[] {
  let last = ''
  return quotes.flatMap(({ label, words, source }): Block[] => {
    const heading: Block[] = label === last ? [] : [{ type: 'heading', level: 2, text: label }]
    last = label
    return [...heading, { type: 'quote', words, source }]
  })
}

/** 简报: what the user says, tables, charts, the ledger, and the sentences behind them with their sources. */
export function briefing(parts: BriefingParts): PaperDocument {
  const { title, subtitle, paper, summary, tables, charts, ledgers, quotes, language } = parts
  const paragraphs = summary
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((text): Block => ({ type: 'paragraph', words: [{ text }] }))
  return {
    title,
    subtitle,
    paper,
    blocks: [
      ...section('summary', paragraphs, language),
      ...section('tables', tables, language),
      ...section('charts', charts, language),
      ...section('ledger', ledgers, language),
      ...section('quotes', quoteBlocks(quotes), language),
    ],
    footer: translate(language, 'tables.briefing.footer'),
  }
}
