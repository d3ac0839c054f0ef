/** Outside its thread. Not a word of the matter. */
export const faceText = {
  /** For staff, and where a community's services are named; never beside a person's own. */
  kind: '法律咨询',
  which: '哪一件',
  askedForStaff: '等居民补充',
  /** On the page of staff, who read nothing of it. */
  notForStaff: '内容只有居民和答复的人看得到。这里不用您办；超过时限没答复，系统会报给上级。',
  filed: (when: string) => `${when} 提交`,
  open: '打开看',
  spoken: (state: string) => `有一件办件，${state}。`,
  next: {
    waiting: '已经收到，正在安排人答复您。',
    waitingBy: (by: string) => `已经收到，最迟${by} 前答复您。`,
    overdue: '超过答复时间了，已经报给上级催办。急的话打电话问。',
    asked: '有话想问您，请打开看，回答以后接着办。',
    answered: '已经答复您了，请打开看。还有不明白的，接着问。',
    referred: '已经转出，等对方接收。没有按时接收会转回来。',
    referredBy: (by: string) => `已经转出，对方最迟${by} 前接收。没有按时接收会转回来。`,
    closed: '已经办结。有新的事，可以再办一件。',
    closedAskOn: (until: string) => `已经办结。${until} 前还可以接着问，用原来的办件号。`,
    cancelled: '您撤回了这件事。想再办，随时可以。',
  },
}
