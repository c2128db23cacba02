import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import { writeWorkbook } from '#shared/exchange/xlsx'
import type { Result } from '#shared/ipc/result'
import { message } from '#shared/model/identity'
import { request } from '../../bridge'
import { notify } from '../../workbench'
import { fileName } from '../compare'
import { attempt } from '../places'
import type { MadePaper } from './papers'
import { printPdf } from './print'

/** What a paper can be taken out as. */
export type PaperType = 'docx' | 'pdf' | 'xlsx'

const store = createStore<{ busy: PaperType | null }>(() => ({ busy: null }))

/** What is being written, null for nothing. */
export const useBusy = (): PaperType | null => useStore(store, ({ busy }) => busy)

async function bytesOf({ document, sheets }: MadePaper, type: 'docx' | 'xlsx'): Promise<Uint8Array<ArrayBuffer>> {
  if (type === 'xlsx') return writeWorkbook(sheets ?? [])
  // The writer of Word files is large; nobody needs it before a paper is taken out.
  const { documentDocx } = await import('#shared/exchange/document/docx')
  return documentDocx(document)
}

async function save(paper: MadePaper, type: PaperType): Promise<Result<{ saved: string | null }> | null> {
  const name = fileName(paper.document.title, type)
  if (type === 'pdf') return printPdf(paper.document, name)
  const bytes = await attempt(bytesOf(paper, type))
  return bytes && request('export:save', { name, type, bytes })
}

/** Writes a paper where the user says; one at a time. */
export async function exportPaper(paper: MadePaper, type: PaperType): Promise<void> {
  if (store.getState().busy) return
  store.setState({ busy: type })
  try {
    const answer = await save(paper, type)
    if (!answer) return
    if (!answer.ok) notify('error', answer.error)
    else if (answer.value.saved !== null)
      notify('success', message('briefing.export.done', { name: answer.value.saved }))
  } finally {
    store.setState({ busy: null })
  }
}
