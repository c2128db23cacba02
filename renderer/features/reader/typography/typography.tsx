import { Popover } from 'antd'
import { ALargeSmall } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { IconButton } from '../../../ui/icon-button'
import { displayKeys } from '../../../workbench'
import { ReadingControls } from '../../settings'
import type { OpenReader } from '../active'
import { typographyStore } from './typography-store'
import './typography.css'

/** The button for how the text looks, and the controls below it. */
export function Typography({ reader }: { reader: OpenReader }) {
  const { t } = useTranslation()
  const open = useStore(typographyStore, (state) => state.open === reader.id)
  const panel = useRef<HTMLDivElement>(null)
  const set = (now: boolean) => typographyStore.setState({ open: now ? reader.id : null })
  const keydown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    set(false)
    reader.view.focus()
  }
  return (
    <Popover
      open={open}
      trigger="click"
      placement="bottomRight"
      destroyOnHidden
      onOpenChange={set}
      afterOpenChange={(now) => now && panel.current?.querySelector<HTMLElement>('[role="slider"]')?.focus()}
      content={
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape leaves whatever inside has the focus
        <div ref={panel} className="db-typography" onKeyDown={keydown}>
          <ReadingControls />
        </div>
      }
    >
      <IconButton
        icon={ALargeSmall}
        label={t('reader.command.typography')}
        keys={displayKeys('Mod+Alt+A')}
        aria-expanded={open}
      />
    </Popover>
  )
}
