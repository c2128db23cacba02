export { annotationFacts, useAnnotationCounts, useAnnotationFacts } from './annotation-facts'
export { forgetProject, listProjects } from './catalog'
export type { ProposedChange } from './changes'
export { type Durability, databaseName, openDatabase, ProjectDatabase, type StoredCells } from './database'
export { DataVersionError, JournalError, reasonOf, StoppedError, StorageError, UndoConflictError } from './errors'
export type { WalkProgress } from './history-index'
export { type HistoryMove, HistoryTree } from './history-tree'
export { untilIdle } from './idle'
export { duplicateOf, storeImport, storeImports, storeReading } from './import'
export type { StoreImportOptions } from './import-record'
export type { IntegrityFinding, IntegrityKind, IntegrityReport, OriginalsState } from './integrity/finding'
export { checkIntegrity } from './integrity/integrity'
export { repairIntegrity } from './integrity/repair'
export type { JournalPort } from './journal'
export { type KnownLibrary, libraryKeeperOf } from './library-keeper'
export { type AnnotationsChange, LiveAnnotations } from './live-annotations'
export { LiveValue } from './live-value'
export { type KnownMatters, MatterWatch } from './matter-watch'
export { presentLinks } from './matters/present-links'
export { readTouches } from './merge/read-mine'
export { type ReadPackage, readPackage } from './merge/read-package'
export { type OpenOptions, openSession } from './open'
export { acceptTogether, dateTogether } from './operations/accept-together'
export { afterImports } from './operations/after-imports'
export {
  type AnnotationChange,
  type AnnotationPatch,
  addAnnotation,
  addAnnotations,
  changeAnnotations,
  editAnnotations,
  type NewAnnotation,
  removeAnnotation,
  removeAnnotations,
  updateAnnotation,
} from './operations/annotations'
export { applyIncoming } from './operations/apply-incoming'
export { type FindingName, settleFindings } from './operations/audit-rulings'
export { type Autocoded, autocode, type CodedCounts } from './operations/autocode'
export { addBookmark, type NewBookmark, removeBookmark, renameBookmark } from './operations/bookmarks'
export { changeMatters, type MatterName } from './operations/change-matters'
export { changeStatements, type StatementName } from './operations/change-statements'
export { type CitedFigureDraft, removeCitedFigures, saveCitedFigure } from './operations/cited-figures'
export { addCode, type CodePatch, type NewCode, recolorCodes, updateCode } from './operations/codes'
export { removeComparison, saveComparison } from './operations/comparisons'
export { addCorrections, type NewCorrection, removeCorrections, type StepProgress } from './operations/corrections'
export { codebookOf, importCodes, planCodes } from './operations/import-codes'
export { mapPhrases, type PhraseMapping, removeIndicator, saveIndicator } from './operations/indicators'
export { type LedgerWord, ruleLedger } from './operations/ledger-rulings'
export type { MatterChange, MatterPatch } from './operations/matter-change'
export { acceptMatter, addMatter, editMatter, rejectMatter, resetMatter } from './operations/matters'
export { type MemoSubject, removeMemo, saveMemo } from './operations/memos'
export { type MergeScope, mergeAnnotations } from './operations/merge-annotations'
export { mergeCodes } from './operations/merge-codes'
export {
  type MergeDone,
  type MergeInput,
  type MergeOverview,
  mergeProject,
  planMerge,
} from './operations/merge-project'
export { type CodePlace, moveCodes } from './operations/move-codes'
export {
  addPhraseGroup,
  type NewPhraseGroup,
  type PhraseGroupPatch,
  removePhraseGroup,
  updatePhraseGroup,
} from './operations/phrase-groups'
export { addPlace, type NewPlace, type PlacePatch, removePlace, updatePlace } from './operations/places'
export { saveProjectSettings } from './operations/project-settings'
export { type CodeRemoval, removeCode, removeCodes } from './operations/remove-codes'
export {
  confirmReports,
  groupReports,
  type ReportPatch,
  setMainVersion,
  ungroupReport,
  updateReport,
  updateReports,
} from './operations/reports'
export { type RuleDraft, removeRule, saveRule } from './operations/rules'
export { removeSeriesBreak, type SeriesBreakDraft, saveSeriesBreak } from './operations/series-breaks'
export { type DisputedCoding, settleCoding } from './operations/settle-coding'
export { hideSource, showSource, updateProvenance } from './operations/sources'
export { splitCode } from './operations/split-code'
export type { BulkField, StatementChange } from './operations/statement-change'
export {
  acceptStatement,
  addStatement,
  editStatement,
  rejectStatement,
  resetStatement,
  type StatementPatch,
} from './operations/statements'
export { resetTopics, saveTopics } from './operations/topics'
export { linkAllVentures, linkVentures, unlinkVentures } from './operations/venture-links'
export type { StoredImport } from './outcome'
export { countTexts, type MemberPiece, packageMembers, presentSequence } from './package-members'
export { untilPresent } from './present'
export { annotationsOf } from './queries/annotations'
export { bookmarksOf, listBookmarks, type PlacedBookmark } from './queries/bookmarks'
export { listCells } from './queries/cells'
export { type Coder, listCoders } from './queries/coders'
export { type CodePassage, listCodes, passagesOfCode } from './queries/codes'
export { getComparison, listComparisons } from './queries/comparisons'
export { correctionsOf, type ListedCorrection, listCorrections, type PlacedCorrection } from './queries/corrections'
export { type DoubtfulReport, doubtfulOf } from './queries/doubtful'
export { entryAt, headsAfter, lastEntry } from './queries/history'
export type { LibraryRow } from './queries/library'
export { type LinkCandidate, linkCandidates } from './queries/link-candidates'
export { type MaterialsWanted, reportMaterials } from './queries/materials'
export { type MatterRow, matterRows } from './queries/matter-rows'
export { type MatterMaterial, matterMaterial } from './queries/matter-texts'
export { mattersOfOtherYear, type ReviewMatter, reviewMatters, sourceMatters } from './queries/matters'
export {
  type LinkedThing,
  linkedThings,
  listMemos,
  type MemoAbout,
  type MemoRow,
  memoAbout,
  memoOf,
} from './queries/memos'
export { listPhraseGroups } from './queries/phrase-groups'
export {
  auditSettings,
  deskTemplates,
  ledgerSettings,
  listAuditRulings,
  listCitedFigures,
  listLedgerRulings,
  listSeriesBreaks,
} from './queries/project-records'
export type { Quote } from './queries/quotes'
export { getReportBundle, listReports, type ReportBundle } from './queries/reports'
export { codedAnnotations, listRules } from './queries/rules'
export { sourceFacts } from './queries/source-facts'
export { getSourceBundle, type ReportWithSections, type SourceBundle } from './queries/sources'
export { spanTexts, type TextSpan } from './queries/span-texts'
export { type ReviewStatement, reviewStatements, sourceStatements, statementsOfOtherYear } from './queries/statements'
export { listIndicators, listTopics, listUserPlaces } from './queries/user-records'
export { listVentureLinks } from './queries/venture-links'
export { type ReportVersion, versionsOf } from './queries/versions'
export { type KnownQuotes, QuoteWatch } from './quote-watch'
export { SessionProvider, useLive, useSession } from './react'
export type { ReconcileOutcome, ReconcileProgress } from './reconcile'
export type { RefreshProgress } from './refresh'
export { Session, type SessionOptions, type WriteInput } from './session'
export type { SessionStatus } from './session-status'
export { type Original, type Restore, staleSources } from './stale'
export { storeExtraction } from './store-extraction'
export { watchCells } from './watch-cells'
export { watchCoded } from './watch-coded'
export { type TextsChange, watchTexts } from './watch-texts'
