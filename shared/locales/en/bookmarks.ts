export const bookmarks = {
  title: 'Bookmarks',
  show: 'Show bookmarks',
  empty: 'No bookmarks yet. Put the caret where you want to come back to in a report and press',
  name: 'Name of the bookmark',
  made: '{{author}}, {{date}}',
  set: 'Bookmark set: {{quote}}',
  removed: 'Bookmark taken away',
  gone: 'text has changed',
  lost: '“{{quote}}” is not found in the present text: the file is read in another way.',
  command: {
    toggle: 'Set a bookmark, or take the one here away',
    open: 'Go to the bookmark',
    rename: 'Rename the bookmark',
    remove: 'Delete the bookmark',
  },
}
