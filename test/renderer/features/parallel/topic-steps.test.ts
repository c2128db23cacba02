import { describe, expect, it } from 'vitest'
import type { TopicParts } from '#shared/compare/alignment'
import { topicBeside } from '../../../../renderer/features/parallel/topic-steps'

const topic = (name: string, a: number[], b: number[]): TopicParts => ({ topic: name, outlook: 'plan', a, b })
const TOPICS = [
  topic('industry', [2, 3], [1]),
  topic('city', [5], []),
  topic('livelihood', [7], [4]),
  topic('culture', [], [6]),
]

describe('going through the topics', () => {
  it.each([
    ['to the next one', 3, null, 1, 1],
    ['to the one before', 5, null, -1, 0],
    ['from the last to the first', 7, 3, 1, 0],
    ['from the first to the last', 2, null, -1, 3],
    ['on from a part without a topic', 4, null, 1, 1],
    ['back from a part without a topic', 4, null, -1, 0],
    ['from before all', -1, null, 1, 0],
    ['from behind all to what only the other side has', 9, null, 1, 3],
    ['on from a topic that only the other side has', 7, 3, -1, 2],
    ['by where one is, not by what was gone to before', 5, 0, 1, 2],
  ] as const)('%s', (_what, at, topicAt, direction, wanted) => {
    expect(topicBeside(TOPICS, at, topicAt, direction)).toBe(wanted)
  })
})
