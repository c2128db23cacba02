import type { Provenance } from '#shared/model/source'

/** Where a source comes from, in the order in which it is shown: 来源, 发布日期, 版次/页码, 网址, 取得日期. */
export const ORIGIN_FIELDS = [
  'origin',
  'published',
  'page',
  'url',
  'obtained',
] as const satisfies readonly (keyof Provenance)[]
