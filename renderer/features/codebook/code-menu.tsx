import { Dropdown } from 'antd'
import { useTranslation } from 'react-i18next'
import { displayKeys, runCommand, useCommands } from '../../workbench'
import { codebookState, useCodebook } from './codebook-state'

/** What the menu offers, in groups. */
const GROUPS = [
  ['apply', 'useAsExample', 'counts', 'quotes'],
  ['add', 'addBelow', 'rename'],
  ['moveUp', 'moveDown', 'moveOut', 'moveIn'],
  ['merge', 'split', 'shade', 'recolor', 'remove'],
] as const

/** The menu of the current code, at the pointer or below its line. */
export function CodeMenu({ onClosed }: { onClosed: () => void }) {
  const { t } = useTranslation()
  const at = useCodebook((state) => state.menu)
  const commands = useCommands()
  const close = () => {
    codebookState.setState({ menu: null })
    onClosed()
  }
  const item = (id: string) => {
    const command = commands.find((one) => one.id === `codebook.${id}`)
    const keys = command?.keys?.[0]
    return {
      key: `codebook.${id}`,
      danger: id === 'remove',
      disabled: command?.enabled?.() === false,
      label: (
        <span className="db-code-menu-item">
          {t(`codebook.command.${id}`)}
          {keys && <kbd>{displayKeys(keys)}</kbd>}
        </span>
      ),
    }
  }
  const items = GROUPS.flatMap((group, n) => [
    ...(n > 0 ? [{ type: 'divider' as const, key: n }] : []),
    ...group.map(item),
  ])
  if (!at) return null
  return (
    <Dropdown
      open
      autoFocus
      trigger={[]}
      onOpenChange={(open) => !open && close()}
      menu={{
        items,
        onClick: ({ key }) => {
          close()
          runCommand(key)
        },
      }}
    >
      <span className="db-code-menu-place" style={{ left: at.x, top: at.y }} />
    </Dropdown>
  )
}
