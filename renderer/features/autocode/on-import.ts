import { createStore } from 'zustand/vanilla'
import { carriedCodes } from '#shared/coding/scan/carried'
import { message } from '#shared/model/identity'
import type { Rule } from '#shared/model/rule'
import {
  type Autocoded,
  afterImports,
  autocode,
  codedAnnotations,
  listCodes,
  listRules,
  reasonOf,
  type Session,
} from '../../storage'
import { notify } from '../../workbench'
import { type ScanClient, ScanError } from '../../workers/scan/client'
import type { ScanHit, ScanProgress } from '../../workers/scan/protocol'
import { openAutocode } from './actions'
import { autocodeOf } from './controller'

/** The rule that runs by itself now, and how far it is; null while none does. */
export const runningStore = createStore<{ running: ({ name: string } & ScanProgress) | null }>(() => ({
  running: null,
}))

/** What a rule needs to run. */
interface Running {
  session: Session
  scanner: Pick<ScanClient, 'scan'>
  signal: AbortSignal
}

/** Codes what a rule finds in some sources and what does not carry its codes yet, as a step of its own. */
async function runRule(by: Running, rule: Rule, sources: string[]): Promise<Autocoded> {
  const { session, scanner, signal } = by
  const { id, name, type, pattern, extent, codes } = rule
  const found: ScanHit[] = []
  const told = (hits: ScanHit[], progress: ScanProgress) => {
    found.push(...hits)
    runningStore.setState({ running: { name, ...progress } })
  }
  await scanner.scan({ type, pattern, extent, sources }, told, signal)
  const carried = carriedCodes(await codedAnnotations(session.db, codes), codes)
  const open = found.filter(({ reading, mark }) => !carried(reading, mark))
  const operation = (counts: { count: number; reports: number }) =>
    message('project.history.ruleRanOnImport', { name, ...counts })
  return autocode(session, open, { codes, rule: id, operation })
}

/** Looks for what a rule finds in the imported sources, in the view. */
async function show(session: Session, rule: Rule, sources: readonly string[]): Promise<void> {
  const controller = autocodeOf(session.project.id)
  controller.take(rule)
  controller.list({ sources, label: message('autocode.scope.imported', { count: sources.length }) })
  openAutocode()
  await controller.run(null)
}

async function runAndTell(by: Running, rule: Rule, sources: string[]): Promise<void> {
  const { session } = by
  const { name } = rule
  try {
    const { count, reports } = await runRule(by, rule, sources)
    if (count === 0) return
    const action = { titleKey: 'autocode.rules.show', run: () => void show(session, rule, sources) }
    notify('success', message('autocode.rules.ran', { name, count, reports }), undefined, action)
  } catch (error) {
    const told = error instanceof ScanError ? NEVER[error.reason.key] : undefined
    if (!(error instanceof ScanError) || told === undefined) throw error
    notify('warning', message(told, { ...error.reason.params, rule: name }))
  }
}

/** Why a rule will never run over these texts: the others go on, and it is not tried again. */
const NEVER: Readonly<Record<string, string>> = {
  'autocode.invalid': 'autocode.rules.invalid',
  'autocode.stuck': 'autocode.rules.stuck',
}

/**
 * Runs the rules that want it over what was imported since they last ran, each as a step of its own.
 * @param scanner looks through the texts
 * @param signal ends it; what was not run over then is run over the next time
 */
export async function runRulesOnImports(
  session: Session,
  scanner: Running['scanner'],
  signal: AbortSignal,
): Promise<void> {
  try {
    await afterImports(session.db, async (sources) => {
      const known = new Set((await listCodes(session.db)).map(({ id }) => id))
      const rules = (await listRules(session.db)).filter(({ onImport }) => onImport)
      for (const rule of rules) {
        signal.throwIfAborted()
        const codes = rule.codes.filter((id) => known.has(id))
        if (codes.length > 0) await runAndTell({ session, scanner, signal }, { ...rule, codes }, sources)
      }
    })
  } catch (error) {
    if (!signal.aborted) notify('error', reasonOf(error, 'autocode.codingFailed'))
  } finally {
    runningStore.setState({ running: null })
  }
}
