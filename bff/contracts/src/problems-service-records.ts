/** The refusals of records of service: a part of the catalogue. */
export const serviceRecordProblems = {
  record_not_verified: { status: 409, title: '证明上的姓名要社区核实过。请先登记成为志愿者，核实以后再开。' },
  record_name_needed: { status: 409, title: '证明上要写姓名，请先填上真实姓名。' },
  record_empty: { status: 409, title: '这段时间还没有确认过的志愿时长，请换一段时间。' },
  record_too_long: { status: 409, title: '这段时间的任务太多，一份证明放不下，请分几段开。' },
  record_withdrawn: { status: 409, title: '时长更正过，这份证明已失效。请重新开一份，不收费。' },
  tables_enough: { status: 429, title: '这一会儿导出的表格太多了，请等一等再导出。' },
  export_too_large: { status: 422, title: '这段时间的记录太多，请选短一点的时间分几次导出。' },
} as const
