export const errors = {
  file: {
    empty: 'The file is empty.',
    blank: 'The file holds nothing but white space.',
    notText: 'This is a {{type}} file; it holds no text that can be read.',
    binary: 'The file holds no text (binary data). Export it as text first.',
    unsupported: 'Files of type {{extension}} cannot be read yet.',
    undecodable: 'The encoding of the file could not be made out. Save it as UTF-8 and import it again.',
    notEncoding: 'The file does not fit the encoding {{encoding}} that was chosen. Choose another one.',
    vanished: 'The file is no longer there. Check whether it was moved or renamed.',
    unreadable: 'The file cannot be read: the system refuses access. Check its permissions.',
    directory: 'This is a folder, not a file.',
    notRegular: 'This is no ordinary file (a device, pipe or socket).',
    tooLarge: 'The file has {{size}} MiB; the limit is {{limit}} MiB. Split it and import the parts.',
    failed: 'The file could not be read ({{code}}).',
  },
  import: {
    tooMany: 'More than {{limit}} files in one import. Choose a smaller folder.',
    timeout: 'Reading took longer than {{seconds}} seconds and was stopped. The other files were not affected.',
    crashed: 'Reading this file made the importer crash. The other files were not affected.',
    importer: 'The importer does not start. Restart the program.',
    answer: 'The importer gave an answer that could not be understood.',
    sample: 'The sample reports are missing. Install the program again.',
  },
  original: {
    missing: 'The kept original is missing. Import the file again.',
    damaged: 'The kept original is damaged. Import the file again.',
  },
  journal: {
    damaged: 'Line {{line}} of the project journal is damaged. Restore the project from a backup.',
    gap: 'The project journal lacks entry {{expected}}; what came after it is not saved yet.',
    conflict: 'Entry {{sequence}} stands differently in the project journal. Restart the program.',
    unwritable: 'The project journal cannot be written ({{code}}). Check the disk; nothing was saved.',
    closed: 'The project is being closed.',
  },
  project: {
    newer:
      'The project “{{name}}” was written by a newer version (data version {{version}}; this program knows {{known}}). Update the program.',
    missing: 'The project folder is gone: {{folder}}. Put it back and try again.',
    mended:
      'The file {{file}} of the project was damaged or missing and has been made anew. The project is called “{{name}}” now; no data is affected.',
    notOpen: 'This project is not open.',
  },
  save: {
    noSpace: '“{{name}}” was not saved: the disk is full.',
    readOnly: '“{{name}}” was not saved: the disk is read-only.',
    denied: '“{{name}}” was not saved: the system refuses access to the folder.',
    missingFolder: '“{{name}}” was not saved: the folder is no longer there.',
    failed: '“{{name}}” was not saved ({{code}}).',
  },
  ipc: {
    sender: 'The request came from a page that may not ask.',
    input: 'The request “{{channel}}” was not understood: {{detail}}',
    output: 'The answer to “{{channel}}” was wrong: {{detail}}',
    unexpected: '“{{channel}}” failed: {{detail}}',
  },
}
