export const audit = {
  failed: 'The audit was not finished: {{message}}',
  severity: { error: 'Contradiction', check: 'To check', note: 'Note' },
  judgement: {
    report_error: 'Error in the report',
    explained: 'Other basis or base',
    misread: 'Misread',
    fine: 'Nothing wrong',
  },
  step: {
    sum: 'Sum of the parts',
    rate: 'Rate of completion',
    share: 'Share',
    growth: 'Growth by the levels',
    average: 'Average growth by the first and last level',
    before: 'Level before the change',
    deflator: 'Implied change of prices',
    perYear: 'A year',
    perHead: 'Amount per head',
    items: 'Items listed',
    repeat: 'The figure elsewhere',
    earlier: 'The figure of the earlier report',
    whole: 'The whole',
    projects: 'Projects behind the target',
  },
  break: {
    census: 'Revised after the economic census of {{census}}, from {{year}} on',
    population: 'Population census of {{census}}, from {{year}} on',
    income: 'Net income of farmers gave way to disposable income, from {{year}} on',
    survey: 'Households surveyed anew, from {{year}} on',
    scale: 'Threshold of industrial firms raised from 5 to 20 million yuan, from {{year}} on',
    investment: 'Threshold of fixed-asset investment raised from 0.5 to 5 million yuan, from {{year}} on',
    funds: 'Eleven government funds moved into the public budget, from {{year}} on',
    vat: 'VAT in place of business tax, and a new sharing of it, from {{year}} on',
    territory: 'Change of divisions ({{what}}), from {{year}} on',
    division: 'Change of divisions ({{from}} → {{to}}), from {{year}} on',
    own: '{{note}}, from {{year}} on',
    cause: {
      division: 'Change of divisions, from {{year}} on',
      census: 'Revision after a census, from {{year}} on',
      definition: 'Change of definition, from {{year}} on',
      method: 'Change of method, from {{year}} on',
      other: 'Break, from {{year}} on',
    },
  },
  candidate: {
    prices: 'Prices',
    division: 'Change of divisions',
    definition: 'Change of definition',
    revision: 'Revision of the base',
    method: 'Change of method',
    rounding: 'Rounding',
    misread: 'Error of recognition',
    estimate: 'Estimate against the final figure',
    partial: 'Not the whole year',
    comparable: 'Comparable basis',
    otherTarget: 'Another target (assigned from above, plan of the year)',
    subset: 'Not the same range',
    overlap: 'Parts that overlap',
    openList: 'Parts that are not listed',
    period: 'Other first or last year',
    projects: 'Projects added or dropped',
    netOfOut: 'Some were struck off',
  },
  rule: {
    sum: {
      name: 'Sum of parts',
      description: 'The parts of a complete list (brackets, 其中 … 其余, 分别) should add up to the stated total.',
      found: 'The parts add up to {{expected}}, the total is given as {{found}}: {{difference}} apart.',
    },
    count: {
      name: 'Number of items',
      description: 'A list should have as many items as it says.',
      found: '“{{label}}” says {{found}} and lists {{expected}}.',
    },
    completion: {
      name: 'Rate of completion',
      description: 'Result divided by target should be the stated rate of completion.',
      found: 'Result divided by target is {{expected}}, the rate is given as {{found}}.',
    },
    share: {
      name: 'Share',
      description: 'Part divided by whole should be the stated share.',
      found: 'Part divided by whole is {{expected}}, the share is given as {{found}}.',
    },
    repeat: {
      name: 'Figure given twice',
      description: 'One figure of one year on one basis should be the same throughout a report.',
      found: '{{label}} is {{expected}} in one place and {{found}} in another.',
    },
    increase: {
      name: 'Increase and growth',
      description: 'Growth by the level and the increase should be the stated growth.',
      found: 'By level and increase {{label}} grew by {{expected}}, the text says {{found}}.',
    },
    average: {
      name: 'Average growth',
      description:
        'Average growth by the first and last level should be the stated one; what sets growth at constant prices apart from it is the implied change of prices.',
      found:
        'By the first and last level {{label}} grew by {{expected}} a year, the text says {{found}}: an implied change of prices of {{deflator}} a year.',
      nominal: 'By the first and last level {{label}} grew by {{expected}} a year, the text says {{found}}.',
    },
    part: {
      name: 'Part above the whole',
      description: 'What is part of a whole should not be above it, in number or amount.',
      found: '{{part}} {{found}} is above {{whole}} {{expected}}.',
    },
    perHead: {
      name: 'Amount per head',
      description: 'An amount divided by people or visits should be in a plausible range.',
      low: 'Only {{found}} per head, below {{expected}}.',
      high: '{{found}} per head, above {{expected}}.',
    },
    growth: {
      name: 'Growth and levels',
      description:
        'Growth by the levels of two reports against the stated growth: the difference is the implied change of prices and is listed outside the set band (−3% to +6% a year by default; up to 3 points above the nation’s where that alone is outside). At current prices a base mended by less than 1% is left out. Fixed-asset investment and figures of firms above the threshold are not checked this way.',
      found:
        'By the levels {{label}} grew by {{expected}}, the text says {{found}}: an implied change of prices of {{deflator}}.',
      nominal: 'By the levels {{label}} grew by {{expected}}, the text says {{found}}.',
    },
    prices: {
      name: 'Implied change of prices',
      description: 'Levels against growth at constant prices inside the set band, for information.',
      found:
        'By the levels {{label}} grew by {{expected}}, the text says {{found}}: an implied change of prices of {{deflator}}, inside the set band.',
    },
    mended: {
      name: 'Base mended',
      description:
        'A later figure less than 1% from the one of its time is mostly a first figure mended as usual; for information.',
      found:
        'By the levels {{label}} grew by {{expected}}, the text says {{found}}: the base was mended by less than 1%.',
      restated: '{{label}} of {{year}} was given as {{expected}} then and as {{found}} later, less than 1% apart.',
    },
    target: {
      name: 'Completion and earlier target',
      description: 'Result divided by the target of the earlier report should be the stated rate of completion.',
      found: 'By the target of the earlier report {{label}} is {{expected}} complete, the text says {{found}}.',
    },
    restated: {
      name: 'Figure restated',
      description:
        'A figure of one year should be the same in later reports as in the report of its time; listed from 1% apart.',
      found: '{{label}} of {{year}} was given as {{expected}} then and as {{found}} later ({{by}}).',
    },
    span: {
      name: 'Average over reports',
      description: 'Average growth by the levels of reports years apart should be the stated one.',
      found:
        'By the levels of {{from}} and {{to}} {{label}} grew by {{expected}} a year, the text says {{found}}: an implied change of prices of {{deflator}} a year.',
      nominal: 'By the levels of {{from}} and {{to}} {{label}} grew by {{expected}} a year, the text says {{found}}.',
    },
    projects: {
      name: 'Number of projects changed',
      description:
        'The same number of projects should stand behind target and result, else the two amounts cannot be compared directly.',
      found: 'The target for {{label}} was set for {{expected}}, the result is that of {{found}}.',
    },
  },
}
