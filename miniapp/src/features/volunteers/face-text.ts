/** What lists, the timeline and the head of a registration say: it comes with the first page, so it is short. */
export const faceText = {
  by: (when: string) => `社区最迟${when} 前核实，请带身份证去一趟。`,
  next: {
    asked: '社区还没有核实。可以打电话催一下。',
    verified: '您是志愿者了，谢谢您。',
    refused: '原因在进度里。办好了可以再登记。',
    cancelled: '已经取消，想好了可以再登记。',
    left: '谢谢您帮过邻居。想好了可以再登记。',
    ended: '原因在进度里。有疑问请打电话给社区。',
  },
  filed: (day: string) => `${day}提交`,
  minor: ' · 未成年人',
  asked: '登记做志愿者',
  given: '取消了登记',
  verify: '核实了',
  refuse: '没有通过',
  end: '停止了志愿者身份',
  addPaper: '登记了证件',
  revokePaper: '撤下了证件',
  change: '能做的事或时间改了',
  leave: '退出了志愿服务',
}
