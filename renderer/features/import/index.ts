import { FileInput } from 'lucide-react'
import type { Feature } from '../../workbench'
import { IMPORT_COMMANDS } from './actions'
import { DropTarget } from './drop-target'
import { ImportListener } from './import-listener'
import { OFFER_COMMANDS } from './offer-commands'
import { OfferList } from './offer-list'
import { ResultView } from './result-view'
import { ImportStatus } from './status'

export { useImporting } from './runs'
export { useKnownLibrary, useLibraryRows } from './use-library'
export { usePaced } from './use-paced'
export { WatchedFolders } from './watched-folders'

/** Import: dialogs, dropping, progress, and what became of each file. */
export const feature: Feature = {
  id: 'import',
  views: [
    {
      type: 'importResult',
      titleKey: 'import.result.title',
      icon: FileInput,
      area: 'main',
      component: ResultView,
      transient: true,
    },
  ],
  activities: [],
  commands: [...IMPORT_COMMANDS, ...OFFER_COMMANDS],
  status: [{ id: 'import', side: 'left', component: ImportStatus }],
  overlays: [ImportListener, DropTarget, OfferList],
}
