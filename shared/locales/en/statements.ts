export const statements = {
  title: 'Statements',
  show: 'Show statements',
  empty: 'Open a report to review its statements here.',
}
