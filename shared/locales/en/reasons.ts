export const reasons = {
  encoding: {
    mark: 'The file begins with a byte order mark.',
    ascii: 'Nothing but ASCII characters.',
    valid: 'Every byte is valid UTF-8.',
    plausible: 'Decodes without a fault; common Chinese characters and punctuation make up {{percent}}%.',
  },
  kind: {
    title: 'Has the title “{{quote}}”.',
    opening: 'Has the opening words “{{quote}}”.',
    closing: 'Has the closing words “{{quote}}”.',
    sections: 'Has {{count}} sections.',
    both: 'Looks back on last year and ahead to the next.',
    noReview: 'Has no review.',
    noPlan: 'Has no plan.',
    continued: 'Says “{{quote}}”.',
    noOpening: 'Has no opening words.',
    congress: 'Reports on the congress: “{{quote}}”.',
    digest: 'Sums the report up in the third person: “{{quote}}”.',
    year: 'The section headings tell the year {{year}}.',
    list: 'Comes with the list of livelihood projects “{{quote}}”.',
  },
}
