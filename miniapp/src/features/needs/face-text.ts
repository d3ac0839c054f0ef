/** What lists, the timeline and the head of a case say: it comes with the first page, so it is short. */
export const faceText = {
  name: '找人帮',
  next: {
    open: '社区在找合适的人。',
    openBy: (when: string) => `社区在找合适的人，最迟${when} 前告诉您谁来。`,
    late: '社区还没有安排好。可以打电话催一下。',
    coming: (when: string, helper: string) => `${helper} ${when} 来帮您。`,
    unsaid: '帮到了吗？请在下面说一声。',
    met: '谢谢您告诉我们。',
    refused: '社区这次帮不了，原因在进度里。',
    cancelled: '已经取消，还需要时可以再提。',
  },
  arrange: (by: string) => `${by}约好了人和时间`,
  reopen: (by: string) => `${by}另外找人`,
  met: (who: string) => `${who}说帮到了`,
  unmet: (who: string) => `${who}说没帮到`,
  tried: (by: string) => `${by}打电话问了，`,
  lapse: '还不知道帮到了没有，社区会打电话问',
}
