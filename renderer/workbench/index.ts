export { inHand, isCarrying, readCarried, startCarrying, tellInHand } from './carrying'
export {
  allCommands,
  type Command,
  onCommandFailure,
  registerCommands,
  runCommand,
  useCommand,
  useCommands,
} from './commands'
export { displayKeys, MAC, parseKeys, type Stroke } from './keystrokes'
export {
  attachHost,
  beginAhead,
  closeView,
  currentLocation,
  goBack,
  goForward,
  type LayoutHost,
  type Location,
  noteLocation,
  offerAhead,
  openView,
  setViewTitle,
  takeAsked,
  tellPosition,
  useNavigation,
} from './navigation'
export { dismissNotice, type Notice, notify, useNotices } from './notices'
export type { Activity, Feature, ViewArea, ViewDefinition, ViewParams, ViewProps } from './views'
