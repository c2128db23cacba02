import type { FormatResources } from '#shared/formats/format'

/** The parsers' data files as the app's own protocol serves them, beside the pages. */
export const FORMAT_RESOURCES: FormatResources = {
  pdf: async (path) => {
    const answer = await fetch(new URL(`/pdf/${path}`, location.origin))
    if (!answer.ok) throw new Error(`no data file ${path} (${answer.status})`)
    return new Uint8Array(await answer.arrayBuffer())
  },
}
