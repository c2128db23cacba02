import { buildLedger } from '#shared/compare/ledger/ledger'
import type { Ledger, LedgerScore } from '#shared/compare/ledger/ledger-types'
import { scoreLedger } from '#shared/compare/ledger/score'
import type { CitedFigure, LedgerRuling, LedgerSettings } from '#shared/model/ledger'
import { ledgerSettings, listCitedFigures, listLedgerRulings, type ProjectDatabase } from '../../storage/compare-worker'
import type { Maker } from '../by-place/by-place'
import { viewOf } from '../by-place/serve'

interface Basis {
  settings: LedgerSettings
  cited: readonly CitedFigure[]
  rulings: readonly LedgerRuling[]
}

/**
 * The ledger of each place over all its years.
 * @param whole with results without a target and with named ventures: most rows of a library, without a number
 */
const ledgerOf =
  (whole: boolean): Maker<Basis, Ledger>['make'] =>
  (place, own, above, { settings, cited, rulings }) =>
    buildLedger({
      materials: [...above, ...own],
      cited: cited.filter((figure) => figure.place === place),
      rulings,
      settings,
      places: [place],
      untargeted: whole,
      ventures: whole,
    })

const FROM = {
  text: false,
  above: true,
  records: ['projectSettings', 'citedFigures', 'ledgerRulings'],
  basis: async (db: ProjectDatabase): Promise<Basis> => ({
    settings: await ledgerSettings(db),
    cited: await listCitedFigures(db),
    rulings: await listLedgerRulings(db),
  }),
}

/** All rows of a place. */
export const LEDGER_MAKER: Maker<Basis, Ledger> = { ...FROM, make: ledgerOf(true) }

/** How the targets of a place came out. */
export interface PlaceScores {
  scores: readonly LedgerScore[]
}

/** How the targets of a place came out by year, list, category, wording and type; named ventures are not among them. */
export const SCORES_MAKER: Maker<Basis, PlaceScores> = {
  ...FROM,
  make: (...of) => ({
    scores: scoreLedger(ledgerOf(false)(...of).rows, ['place', 'year', 'list', 'category', 'wording', 'type']),
  }),
}

/** What is told of a place. Of the whole library only scores are asked for, and nothing else is made for them. */
export const LEDGER_VIEWS = { whole: viewOf(LEDGER_MAKER), scores: viewOf(SCORES_MAKER) }
