/** Matters in the reader and in the review. */
export const mattersReview = {
  /** One of a type. */
  one: {
    relative_target: 'Relative target',
    rank: 'Rank',
    claim: 'Blanket claim',
    list: 'List',
    list_item: 'List item',
    venture: 'Venture',
    statement: 'Statement',
  },
  says: {
    place: '{{among}} no. {{position}}',
    placeBottom: '{{among}} no. {{position}} from the bottom',
    within: '{{among}} first {{position}}',
    withinBottom: '{{among}} last {{position}}',
    previous: 'was no. {{position}}',
    streak: '{{count}} years running',
    size: 'of {{count}}',
    items: '{{count}} items',
    itemsOf: '{{count}} items ({{stated}} stated)',
    count: '{{count}} items',
    total: '{{quantity}} in all',
    own: '{{quantity}} own',
    above: '{{quantity}} from above',
    private: '{{quantity}} private',
  },
}
