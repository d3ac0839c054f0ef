/** What several pages of staff say alike. */
export const staffText = {
  division: '管辖范围',
  signInHelp: '请用工作人员账户登录。',
  noGrant: '您没有工作人员权限',
  noGrantHelp: '需要的话，请联系社区负责人开通。',
  unsaid: '有几处还没填好，请改好标出来的地方。',
  brand: '邻里',
  backToResident: '回到居民界面',
  shortcuts: '单键快捷键',
  send: '发送',
  contact: '查看联系方式',
  contactHelp: '查看会留下记录，居民本人看得到。',
  contactName: '称呼',
  contactPhone: '电话',
  contactNone: '没有留',
}
