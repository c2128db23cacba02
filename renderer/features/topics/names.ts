import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { TopicRule } from '#shared/model/topic'

/** Says the name of a topic: the user's, else that of the built-in one in the interface's language. */
export function useTopicName(): (topic: Pick<TopicRule, 'id' | 'name'>) => string {
  const { t } = useTranslation()
  return useCallback(({ id, name }) => name ?? t(`topics.name.${id}`), [t])
}
