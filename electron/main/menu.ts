import type { MenuItemConstructorOptions } from 'electron'
import type { Settings } from '#shared/ipc/settings'
import { type Language, translate } from '#shared/locales/translate'

/** What the menu is made of and what it can set off. */
export interface MenuModel {
  language: Language
  settings: Settings
  platform: NodeJS.Platform
  packaged: boolean
  /** Runs a command of the window. */
  command(id: string): void
  changeSettings(change: Partial<Settings>): void
  about(): void
  copyDiagnostics(): void
}

type Item = MenuItemConstructorOptions

/** The application menu. */
export function menuTemplate(model: MenuModel): Item[] {
  const menus = [fileMenu(model), editMenu(model), viewMenu(model), goMenu(model), helpMenu(model)]
  return model.platform === 'darwin' ? [{ role: 'appMenu' }, ...menus] : menus
}

/**
 * An item that runs a command of the window. Its key is only shown: the window's own registry hears it, which knows
 * whether a text field has the focus and needs the key itself.
 */
function commandItem(model: MenuModel, label: string, command: string, accelerator?: string): Item {
  const item: Item = { label: text(model, label), id: command, click: () => model.command(command) }
  return accelerator ? { ...item, accelerator, registerAccelerator: false } : item
}

const text = (model: MenuModel, key: string): string => translate(model.language, `menu.${key}`)
const SEPARATOR: Item = { type: 'separator' }

function fileMenu(model: MenuModel): Item {
  return {
    label: text(model, 'file.title'),
    submenu: [
      commandItem(model, 'file.newWindow', 'window.new', 'CmdOrCtrl+Shift+N'),
      SEPARATOR,
      commandItem(model, 'file.open', 'import.files', 'CmdOrCtrl+O'),
      commandItem(model, 'file.openFolder', 'import.folder', 'CmdOrCtrl+Alt+O'),
      commandItem(model, 'file.sample', 'import.sample'),
      SEPARATOR,
      commandItem(model, 'file.projects', 'view.projects', 'CmdOrCtrl+Alt+J'),
      commandItem(model, 'file.openPackage', 'package.open', 'CmdOrCtrl+Alt+Shift+O'),
      commandItem(model, 'file.savePackage', 'package.save', 'CmdOrCtrl+Alt+Shift+W'),
      commandItem(model, 'file.backup', 'backup.now', 'CmdOrCtrl+Alt+Shift+U'),
      SEPARATOR,
      commandItem(model, 'file.exportCsv', 'compare.exportCsv'),
      commandItem(model, 'file.exportXlsx', 'compare.exportXlsx'),
      commandItem(model, 'file.exportPng', 'compare.exportPng'),
      SEPARATOR,
      commandItem(model, 'file.settings', 'view.settings', 'CmdOrCtrl+,'),
      SEPARATOR,
      { role: 'quit', label: text(model, 'file.quit') },
    ],
  }
}

function editMenu(model: MenuModel): Item {
  return {
    label: text(model, 'edit.title'),
    submenu: [
      commandItem(model, 'edit.undo', 'edit.undo', 'CmdOrCtrl+Z'),
      commandItem(model, 'edit.redo', 'edit.redo', 'CmdOrCtrl+Shift+Z'),
      SEPARATOR,
      { role: 'cut', label: text(model, 'edit.cut') },
      { role: 'copy', label: text(model, 'edit.copy') },
      { role: 'paste', label: text(model, 'edit.paste') },
      { role: 'selectAll', label: text(model, 'edit.selectAll') },
    ],
  }
}

function viewMenu(model: MenuModel): Item {
  const developer: Item[] = [
    SEPARATOR,
    { role: 'reload', label: text(model, 'view.reload') },
    { role: 'toggleDevTools', label: text(model, 'view.developer') },
  ]
  return {
    label: text(model, 'view.title'),
    submenu: [
      commandItem(model, 'view.palette', 'app.palette', 'CmdOrCtrl+K'),
      commandItem(model, 'view.library', 'view.library', 'CmdOrCtrl+Shift+L'),
      commandItem(model, 'view.compare', 'view.compare', 'CmdOrCtrl+Shift+D'),
      SEPARATOR,
      { label: text(model, 'view.theme'), submenu: themeItems(model) },
      { label: text(model, 'view.language'), submenu: languageItems(model) },
      SEPARATOR,
      { role: 'zoomIn', label: text(model, 'view.zoomIn') },
      { role: 'zoomOut', label: text(model, 'view.zoomOut') },
      { role: 'resetZoom', label: text(model, 'view.zoomReset') },
      { role: 'togglefullscreen', label: text(model, 'view.fullScreen') },
      ...(model.packaged ? [] : developer),
    ],
  }
}

function themeItems(model: MenuModel): Item[] {
  const item = (theme: Settings['theme'], label: string): Item => ({
    type: 'radio',
    label: text(model, label),
    checked: model.settings.theme === theme,
    click: () => model.changeSettings({ theme }),
  })
  return [item('system', 'view.themeSystem'), item('light', 'view.themeLight'), item('dark', 'view.themeDark')]
}

/** Languages stand under their own names, so that whoever cannot read the present one finds his. */
function languageItems(model: MenuModel): Item[] {
  const item = (language: Settings['language'], label: string): Item => ({
    type: 'radio',
    label,
    checked: model.settings.language === language,
    click: () => model.changeSettings({ language }),
  })
  return [item('system', text(model, 'view.languageSystem')), item('zh-CN', '中文'), item('en', 'English')]
}

function goMenu(model: MenuModel): Item {
  return {
    label: text(model, 'go.title'),
    submenu: [
      commandItem(model, 'go.back', 'go.back', 'Alt+Left'),
      commandItem(model, 'go.forward', 'go.forward', 'Alt+Right'),
    ],
  }
}

function helpMenu(model: MenuModel): Item {
  return {
    label: text(model, 'help.title'),
    role: 'help',
    submenu: [
      { label: text(model, 'help.about'), click: () => model.about() },
      { label: text(model, 'help.diagnostics'), click: () => model.copyDiagnostics() },
    ],
  }
}
