export const cli = {
  help: `Usage: duibiao <command> FILE…

  text FILE                    the decoded text
  inspect FILE…                a line per file: format, encoding, and its reports (place, year, kind, reasons)
  lines FILE…                  a line per file: {"id","file","text"}, what extract --stdin reads
  extract FILE…                a line per statement and per matter (targets without a figure, ranks, claims, lists, ventures)
  extract --stdin              reads {"id","text"} lines from standard input and writes what is found in each
  compare FILE… --xlsx OUT     a line per cell, and the workbook OUT
  ledger FILE…                 a line per place, report year and target: the result that later files give, and a verdict
  audit FILE…                  a line per figure that does not add up, inside a report or between those of a place, with the arithmetic

--encoding NAME and --as FORMAT go with text, inspect, lines, extract, ledger and audit: they say what the files are, where that cannot be
seen (--encoding gb18030, --as html). A zip is one file for each of its members: a.zip/inner.txt.
--summaries goes with extract: a line for each source, before its statements, tells which reports it has and how many
statements and matters; its "type" is "source". A matter's line has its "type" too, a statement's has none. --jobs N goes with --stdin: N lines are read at a time, the output stays the same.
--indicators FILE, for extract: your own indicators, a JSON array (id, name, aliases, units …).
--place PLACE and --year YEAR, for ledger: only targets of these places (name, short name or code) and report years,
several with commas between; the other files give results only. --all, for ledger: named ventures too.
--rules RULE, for audit: only these rules (sum, growth …), several with commas between; --all, for audit: what held too.

Standard output holds JSON Lines only (but for text), messages go to standard error.
Exit code: 0 all done; 1 a file failed, the others are done; 2 wrong use.
A file whose name begins with -- stands after a -- of its own.`,
  hint: 'duibiao --help shows how it is used',
  line: 'Line {{number}}: {{reason}}',
  noPlace: '{{file}}: no report that belongs to a place; left out of the comparison.',
  noCells: 'These files hold nothing to compare; no workbook was written.',
  written: 'Wrote {{file}}',
  ledger: {
    noPlace: '{{file}}: no report with a place and a year; left out of the ledger.',
    none: 'There is no target to list.',
  },
  audit: {
    done: '{{checked}} checked, {{found}} found that do not add up.',
  },
  wrong: {
    year: '“--year” takes years from 1949 to 2100.',
    none: 'No command was given.',
    command: 'There is no command “{{command}}”.',
    option: 'There is no option “{{option}}”.',
    foreign: '“{{option}}” does not go with “{{command}}”.',
    files: '“{{command}}” needs a file.',
    value: '“{{option}}” cannot be “{{value}}”, only one of: {{known}}.',
    members: 'The archive holds more than one file; “text” writes one.',
    single: '“text” reads one file at a time.',
    both: '“--stdin” does not go with files.',
    xlsx: '“compare” needs --xlsx and the file to write.',
    indicators: '“--indicators” needs a file.',
    indicatorList: '{{file}} is no list of indicators ({{problem}}).',
    jobs: '“--jobs” takes a whole number from 1 to {{most}}.',
    line: 'It is no JSON with "id" and "text".',
    lineLength: 'It is longer than {{limit}} MiB and was passed over.',
  },
}
