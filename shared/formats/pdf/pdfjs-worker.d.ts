/** The part of pdfjs that reads files. Its package types the other part alone; what is passed between them is theirs. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: object
}
