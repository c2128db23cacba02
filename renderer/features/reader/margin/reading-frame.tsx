import { type RefObject, useRef } from 'react'
import { useGround } from '../../settings'
import type { OpenReader } from '../active'
import { useReadingType } from '../typography/use-reading-type'
import { Margin } from './margin'
import './margin.css'

interface Props {
  /** Null until the text stands. */
  reader: OpenReader | null
  /** True once the text has been seen with its marks. */
  painted: boolean
  /** Where the text is put. */
  surface: RefObject<HTMLDivElement | null>
}

/** The text on the ground and in the type that are set, with what stands at its right. */
export function ReadingFrame({ reader, painted, surface }: Props) {
  const frame = useRef<HTMLDivElement>(null)
  const ground = useGround()
  const style = useReadingType(reader?.view ?? null)
  return (
    <div ref={frame} className="db-reading-frame" style={style} {...(ground && { 'data-ground': ground })}>
      <div className="db-reader-surface" ref={surface} lang="zh-CN" />
      {reader && painted && <Margin reader={reader} frame={frame} />}
    </div>
  )
}
