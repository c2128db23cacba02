/** Matters in the reader and in the review. */
export const mattersReview = {
  /** One of a type. */
  one: {
    relative_target: '定性目标',
    rank: '位次',
    claim: '总括完成',
    list: '清单',
    list_item: '清单事项',
    venture: '重大项目',
    statement: '数据项',
  },
  says: {
    place: '{{among}}第{{position}}',
    placeBottom: '{{among}}倒数第{{position}}',
    within: '{{among}}前{{position}}',
    withinBottom: '{{among}}倒数前{{position}}',
    previous: '原第{{position}}',
    streak: '连续{{count}}年',
    size: '共{{count}}个',
    items: '{{count}} 项',
    itemsOf: '{{count}} 项（标明 {{stated}} 项）',
    count: '{{count}}项',
    total: '总投入{{quantity}}',
    own: '本级{{quantity}}',
    above: '上级{{quantity}}',
    private: '社会资本{{quantity}}',
  },
}
