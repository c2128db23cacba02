import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicRule } from '#shared/model/topic'
import { listTopics, useLive } from '../../storage'

const NONE: readonly TopicRule[] = []

/** What a topic is called: as the user calls it, else as the interface does. */
export function useTopicName(): (topic: string) => string {
  const { t } = useTranslation()
  const topics = useLive(listTopics, []) ?? NONE
  return useCallback(
    (id) => topics.find((rule) => rule.id === id)?.name ?? t(`topics.name.${id}`, { defaultValue: id }),
    [topics, t],
  )
}
