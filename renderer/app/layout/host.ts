import type { DockviewApi, IDockviewPanel } from 'dockview-react'
import { z } from 'zod'
import { message } from '#shared/model/identity'
import { type LayoutHost, type Location, noteLocation, notify } from '../../workbench'
import { enterOpened } from '../areas'
import { type Side, viewOf } from '../registry'
import { closeSideView, offerSides, openSide } from './sides'

/** Name under which every tab's component is registered; what it shows is in the parameters. */
export const TAB_COMPONENT = 'view'

const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const PanelState = z.object({ type: z.string(), key: z.string(), params: Params })

/** Identity of a view among the panels. */
export const panelId = (type: string, key: string): string => `${type}:${key}`

/** What a panel shows; null where its parameters are none of ours (a layout edited by hand). */
export function locationOf(params: unknown): Location | null {
  const parsed = PanelState.safeParse(params)
  return parsed.success ? parsed.data : null
}

const named = new Set<string>()

/** True for a panel whose view gave its tab a name; the others are named by their kind. */
export const hasOwnTitle = (id: string): boolean => named.has(id)

/** What opens beside a reader the first time: its outline and the numbers found in it. */
const READER_COMPANIONS: readonly { side: Side; type: string }[] = [
  { side: 'left', type: 'outline' },
  { side: 'right', type: 'statements' },
]

/**
 * Shows views as dockview panels in the middle and as panels of the side areas.
 * @returns the host for `attachHost`, and the function that takes its listeners off dockview
 */
export function createHost(api: DockviewApi): { host: LayoutHost; dispose: () => void } {
  let showing = false
  const note = (panel: IDockviewPanel | undefined) => {
    const location = locationOf(panel?.params)
    if (!showing && location) noteLocation(location)
  }
  const active = api.onDidActivePanelChange(({ panel }) => note(panel))

  const add = (location: Location, beside: boolean) => {
    const reference = api.activeGroup
    const other = api.groups.find((group) => group !== reference)
    const neighbour = reference && (api.adjacentGroupInDirection(reference, 'right') ?? other)
    const position = neighbour
      ? { referenceGroup: neighbour, direction: 'within' as const }
      : reference && { referenceGroup: reference, direction: 'right' as const }
    const id = panelId(location.type, location.key)
    api.addPanel({
      id,
      component: TAB_COMPONENT,
      title: id,
      params: { ...location, params: { ...location.params } },
      ...(beside && position ? { position } : {}),
    })
    if (location.type === 'reader') offerSides(READER_COMPANIONS)
  }

  const show: LayoutHost['show'] = (location, { beside }) => {
    const view = viewOf(location.type)
    if (!view) {
      notify('warning', message('app.layout.unknownView', { type: location.type }))
      return
    }
    if (view.area !== 'main') {
      openSide(view.area, view.type, location.params)
      enterOpened(document, view.type, '')
      return
    }
    showing = true
    try {
      const panel = api.getPanel(panelId(location.type, location.key))
      if (panel) {
        panel.api.updateParameters({ ...location, params: { ...location.params } })
        panel.api.setActive()
      } else add(location, beside)
    } finally {
      showing = false
    }
    enterOpened(document, location.type, location.key)
  }

  const host: LayoutHost = {
    show,
    close(type, key) {
      const view = viewOf(type)
      if (view && view.area !== 'main') return closeSideView(type)
      api.getPanel(panelId(type, key))?.api.close()
    },
    setTitle(type, key, title) {
      const id = panelId(type, key)
      named.add(id)
      api.getPanel(id)?.api.setTitle(title)
    },
  }
  return { host, dispose: () => active.dispose() }
}
