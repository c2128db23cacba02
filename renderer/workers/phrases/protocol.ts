import type { Span } from '#shared/model/anchor'
import type { Outlook } from '#shared/model/section'

/** Where a hit begins: UTF-16 code units in the text of the report's reading. */
export interface Spot {
  report: string
  start: number
}

/** How many hits stand in sections of a topic and an outlook. */
export interface SectionUse {
  /** Id of a topic; null where no section has one. */
  topic: string | null
  outlook: Outlook
  hits: number
}

/** A sentence with what it shares with another one. */
export interface MarkedSentence extends Span {
  words: string
  /** Parts of `words` that stand in the other one too, UTF-16 code units from its beginning. */
  common: Span[]
}

/** What stands in the next report where a wording stood. */
export interface Replacement {
  before: MarkedSentence
  /** The sentence that is most like it; null where none is. */
  after: MarkedSentence | null
  /** 0 to 1. */
  likeness: number
}

/** What is asked, and what the answer to it is. */
export interface PhrasesQuestions {
  /** In which sections hits stand. */
  sections: { ask: 'sections'; spots: readonly Spot[] }
  /** What became of the sentence that holds a hit. */
  replaced: { ask: 'replaced'; last: Spot; next: string }
}
export interface PhrasesAnswers {
  sections: SectionUse[]
  replaced: Replacement | null
}

/** To the worker, once. */
export interface PhrasesRequest {
  project: string
  question: PhrasesQuestions[keyof PhrasesQuestions]
}

/** From the worker, once. */
export type PhrasesReply = { answer: PhrasesAnswers[keyof PhrasesAnswers] } | { failed: string }
