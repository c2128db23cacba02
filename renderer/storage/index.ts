export { annotationFacts, useAnnotationFacts } from './annotation-facts'
export { listProjects } from './catalog'
export type { ProposedChange } from './changes'
export { type Durability, databaseName, openDatabase, ProjectDatabase, type StoredCells } from './database'
export { DataVersionError, JournalError, reasonOf, StorageError, UndoConflictError } from './errors'
export type { WalkProgress } from './history-index'
export { type HistoryMove, HistoryTree } from './history-tree'
export { duplicateOf, storeImport, storeImports, storeReading } from './import'
export type { StoreImportOptions } from './import-record'
export type { JournalPort } from './journal'
export { type AnnotationsChange, LiveAnnotations } from './live-annotations'
export { type KnownMatters, MatterWatch } from './matter-watch'
export { presentLinks } from './matters/present-links'
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
export { type Autocoded, autocode, type CodedCounts } from './operations/autocode'
export { addBookmark, type NewBookmark, removeBookmark, renameBookmark } from './operations/bookmarks'
export { changeMatters, type MatterName } from './operations/change-matters'
export { changeStatements, type StatementName } from './operations/change-statements'
export { addCode, type CodePatch, type NewCode, recolorCodes, updateCode } from './operations/codes'
export { removeComparison, saveComparison } from './operations/comparisons'
export { addCorrections, type NewCorrection, removeCorrections, type StepProgress } from './operations/corrections'
export { codebookOf, importCodes, planCodes } from './operations/import-codes'
export { mapPhrases, type PhraseMapping, removeIndicator, saveIndicator } from './operations/indicators'
export type { MatterChange, MatterPatch } from './operations/matter-change'
export { acceptMatter, addMatter, editMatter, rejectMatter, resetMatter } from './operations/matters'
export { type MemoSubject, removeMemo, saveMemo } from './operations/memos'
export { type MergeScope, mergeAnnotations } from './operations/merge-annotations'
export { mergeCodes } from './operations/merge-codes'
export { type CodePlace, moveCodes } from './operations/move-codes'
export { addPlace, type NewPlace, type PlacePatch, removePlace, updatePlace } from './operations/places'
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
export { annotationsOf } from './queries/annotations'
export { bookmarksOf, listBookmarks, type PlacedBookmark } from './queries/bookmarks'
export { listCells } from './queries/cells'
export { type CodePassage, listCodes, passagesOfCode } from './queries/codes'
export { getComparison, listComparisons } from './queries/comparisons'
export { correctionsOf, type ListedCorrection, listCorrections, type PlacedCorrection } from './queries/corrections'
export { type DoubtfulReport, listDoubtful } from './queries/doubtful'
export { entryAt, headsAfter, lastEntry } from './queries/history'
export { type LibraryRow, listLibrary } from './queries/library'
export { type LinkCandidate, linkCandidates } from './queries/link-candidates'
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
export type { Quote } from './queries/quotes'
export { getReportBundle, listReports, type ReportBundle } from './queries/reports'
export { codedAnnotations, listRules } from './queries/rules'
export { getSourceBundle, type ReportWithSections, type SourceBundle } from './queries/sources'
export { type ReviewStatement, reviewStatements, sourceStatements, statementsOfOtherYear } from './queries/statements'
export { listIndicators, listTopics, listUserPlaces } from './queries/user-records'
export { listVentureLinks } from './queries/venture-links'
export { type ReportVersion, versionsOf } from './queries/versions'
export { type KnownQuotes, QuoteWatch } from './quote-watch'
export { SessionProvider, useLive, useSession } from './react'
export type { ReconcileOutcome, ReconcileProgress } from './reconcile'
export type { RefreshProgress } from './refresh'
export { Session, type SessionOptions, type SessionStatus, type WriteInput } from './session'
export { type Original, type Restore, staleSources } from './stale'
export { storeExtraction } from './store-extraction'
export { watchCells } from './watch-cells'
export { watchCoded } from './watch-coded'
