import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { type ChartPlan, type ImageWish, renderChartImage } from '../../charts'
import { notify } from '../../workbench'
import { fileName } from './exports'

/** A chart of which a picture is asked for. */
export interface PictureRequest {
  plan: ChartPlan<unknown>
  name: string
  /** Its size on screen, in CSS pixels. */
  screen: { width: number; height: number }
}

const store = createStore<{ asked: PictureRequest | null }>(() => ({ asked: null }))

/** The chart of which a picture is asked for, null for none. */
export const usePictureRequest = (): PictureRequest | null => useStore(store, ({ asked }) => asked)

/** Asks for format and size of a picture of a chart, then saves it. */
export const askPicture = (asked: PictureRequest): void => store.setState({ asked })

/** Asks no more. */
export const closePicture = (): void => store.setState({ asked: null })

/** Draws a chart as it is wished for and saves it where the user says. */
export async function savePicture({ plan, name }: PictureRequest, wish: ImageWish): Promise<void> {
  const { bytes } = renderChartImage(plan, wish)
  const answer = await request('export:save', { name: fileName(name, wish.format), type: wish.format, bytes })
  if (!answer.ok) notify('error', answer.error)
  else if (answer.value.saved !== null) notify('success', message('compare.export.done', { name: answer.value.saved }))
}
