export const project = {
  history: {
    sourceImported: 'Import {{name}}',
    sourceShown: 'Restore {{name}}',
    sourceHidden: 'Remove {{name}}',
    sourceReread: 'Read {{name}} again',
    sourceRereadLost: 'Read {{name}} again ({{lost}} marks not found in it)',
    provenanceChanged: 'Change the provenance of {{name}}',
    reportChanged: 'Change report “{{title}}”',
    annotationAdded: 'Annotate “{{quote}}”',
    annotationChanged: 'Change annotation “{{quote}}”',
    annotationRemoved: 'Delete annotation “{{quote}}”',
    codeAdded: 'New code “{{name}}”',
    codeChanged: 'Change code “{{name}}”',
    codeRemoved: 'Delete code “{{name}}”',
    statementAccepted: 'Accept {{indicator}} {{quantity}}',
    statementRejected: 'Reject {{indicator}} {{quantity}}',
    statementEdited: 'Edit {{indicator}} {{quantity}}',
    statementAdded: 'Add {{indicator}} {{quantity}}',
    statementReset: 'Go back to what was found for {{indicator}} {{quantity}}',
    comparisonSaved: 'Save comparison “{{name}}”',
    comparisonRemoved: 'Delete comparison “{{name}}”',
    undone: 'Undo: {{operation}}',
    redone: 'Redo: {{operation}}',
    nothingToUndo: 'There is nothing to undo.',
    nothingToRedo: 'There is nothing to redo.',
  },
  undo: {
    conflict: 'This step cannot be undone or redone: its records have changed since. Nothing was changed.',
  },
  write: {
    disk: 'The disk refuses to take the database; most likely it is full. This step was not saved: free some space and do it again.',
    invalid: 'A record is not valid ({{table}}.{{field}}: {{problem}}) and was not saved.',
    gone: 'The record to be changed no longer exists. Nothing was changed.',
    codeRing: 'Code “{{name}}” cannot be moved below itself.',
    quantity: 'The number “{{quantity}}” is not what the text has there: “{{found}}”.',
    failed: 'Database error: {{message}}',
    journal:
      'The change is in the database but not yet in the project folder ({{message}}). The next save tries again.',
  },
  open: {
    disk: 'The database cannot be opened; most likely the disk is full, read-only or in use ({{message}}). Free some space or check the permissions, then try again. The project was not changed.',
    newer:
      'This project was saved by a newer version of the program (data version {{found}}; this one knows up to {{known}}). Update the program to open it; the data was left as it is.',
  },
  rebuild: {
    progress: 'Rebuilding the database from the project folder: {{done}}/{{total}}',
    rebuilt:
      'The database was empty or damaged and has been rebuilt from the project folder: {{entries}} steps, {{sources}} sources.',
    caughtUp: 'The database was behind the project folder; {{entries}} steps and {{sources}} sources were added.',
    pushed: '{{entries}} steps were missing in the project folder and have been written to it.',
    missing: '{{count}} originals could not be read, their text is missing: {{names}}',
    gap: 'The journal in the project folder has a gap after step {{after}}, so the database cannot be rebuilt. Restore the project folder from a backup.',
  },
  refresh: {
    failed: 'Some files could not be read again ({{message}}). This is tried again when the project is next opened.',
  },
  import: {
    quota: 'The disk is full and this file was not saved. Free some space and import it again.',
    unexpected: 'This file could not be read: {{message}}',
  },
}
