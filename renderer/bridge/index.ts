export { importRun } from './import-run'
export { listen, pathOf } from './listen'
export {
  type AppInfo,
  changeSettings,
  currentAuthor,
  loadPreferences,
  onPreferences,
  type Preferences,
  preferences,
  usePreferences,
} from './preferences'
export { request } from './request'
