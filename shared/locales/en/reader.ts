export const reader = {
  title: 'Report',
  outline: { title: 'Outline', show: 'Show outline', empty: 'Open a report to see its sections here.' },
}
