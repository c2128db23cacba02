import type { Section } from '../model/section'
import type { TopicRule } from '../model/topic'
import { TOPICS } from '../text/topics'

export { TOPICS, topicsWith } from '../text/topics'

/** What a section is about and the words that told, as the text has them. */
export interface TopicFinding {
  readonly topic: string | null
  readonly words: string[]
}

/** Words that hold one of a topic's and yet tell nothing. */
const NEUTRAL: readonly string[] =
  '政府工作 政府工作报告 人民政府 各级政府 经济社会 经济社会发展 经济和社会发展 国民经济和社会发展 社会主义 社会主义市场经济 高质量发展 健康发展 持续健康 稳定增长 稳定发展 安全发展 创新发展 创新工作 开创 共创新 再创新 同创新 稳中求进 机制创新 方式创新 改革创新 新时代中国特色社会主义 中国特色社会主义 政治安全 智慧力量 智慧和力量 全市人民 工作目标'.split(
    ' ',
  )

/** A character of the heading tells as much as three of the first sentences. */
const HEADING_WEIGHT = 3
/** A topic that only the first sentences tell needs so many characters. */
const FEWEST = 4
/** How much of what stands under a heading is read. */
const OPENING = 120

/**
 * What a section is about: the topic whose words cover most of its heading and first sentences. Longer words win over
 * the shorter ones inside them (营商环境 over 环境), so an exception is a longer word under another topic.
 */
export function topicOf(heading: string, firstSentences: string, topics: readonly TopicRule[] = TOPICS): TopicFinding {
  const index = indexOf(topics)
  const points = new Map<string, number>()
  const words = new Map<string, Set<string>>()
  const count = (text: string, weight: number): void => {
    for (const { word, topic } of wordsIn(text, index)) {
      const known = words.get(topic) ?? new Set<string>()
      if (known.has(word)) continue
      words.set(topic, known.add(word))
      points.set(topic, (points.get(topic) ?? 0) + word.length * weight)
    }
  }
  count(heading, HEADING_WEIGHT)
  const told = points.size > 0
  count(firstSentences, 1)
  let best: string | null = null
  for (const [topic, score] of points) if (best === null || score > (points.get(best) ?? 0)) best = topic
  if (best === null || (!told && (points.get(best) ?? 0) < FEWEST)) return { topic: null, words: [] }
  return { topic: best, words: [...(words.get(best) ?? [])] }
}

interface Entry {
  readonly word: string
  /** Null for a word that tells nothing. */
  readonly topic: string | null
}

/** Words by their first character, the longest first. */
type Index = ReadonlyMap<string, readonly Entry[]>

const indexes = new WeakMap<readonly TopicRule[], Index>()

function indexOf(topics: readonly TopicRule[]): Index {
  const known = indexes.get(topics)
  if (known) return known
  const entries: Entry[] = [
    ...topics.flatMap(({ id, words, off }) => words.map((word) => ({ word, topic: off ? null : id }))),
    ...NEUTRAL.map((word) => ({ word, topic: null })),
  ]
  const index = new Map<string, Entry[]>()
  for (const entry of entries.sort((a, b) => b.word.length - a.word.length)) {
    const first = entry.word.charAt(0)
    const list = index.get(first)
    if (list) list.push(entry)
    else index.set(first, [entry])
  }
  indexes.set(topics, index)
  return index
}

/** The words of topics in a text from left to right, none inside another; a word of two topics counts for both. */
function wordsIn(text: string, index: Index): { word: string; topic: string }[] {
  const found: { word: string; topic: string }[] = []
  for (let at = 0; at < text.length; ) {
    const entries = index.get(text.charAt(at))
    const longest = entries?.find(({ word }) => text.startsWith(word, at))
    if (!entries || !longest) {
      at++
      continue
    }
    for (const { word, topic } of entries) if (word === longest.word && topic !== null) found.push({ word, topic })
    at += longest.word.length
  }
  return found
}

/**
 * Gives every section its topic. First sentences count where nothing stands between: a section with others under it
 * goes by its heading. Where nothing tells, the section above does.
 */
export function withTopics(sections: readonly Section[], text: string, topics: readonly TopicRule[]): Section[] {
  const parents = new Set(sections.map(({ parent }) => parent))
  const result: Section[] = []
  sections.forEach((section, at) => {
    const opening = parents.has(at) ? '' : openingOf(text, section)
    const own = section.appendix ? NONE : topicOf(section.title, opening, topics)
    const above = section.parent === null ? undefined : result[section.parent]
    const inherits = own.topic === null && above?.topic != null && above.appendix === section.appendix
    result.push({
      ...section,
      topic: inherits ? above.topic : own.topic,
      topicWords: inherits ? [...above.topicWords] : own.words,
    })
  })
  return result
}

const NONE: TopicFinding = { topic: null, words: [] }

function openingOf(text: string, { heading, end }: Section): string {
  return text.slice(heading.end, Math.min(end, heading.end + OPENING))
}
