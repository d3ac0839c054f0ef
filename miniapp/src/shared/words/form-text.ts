/** Words of forms, of files and of agreements: fetched with the first page that has one. */
export const formText = {
  agreeTick: '我已看过并同意',
  agreeTerms: '《用户协议》',
  agreeAnd: '和',
  agreePrivacy: '《隐私政策》',
  agreeMissed: '请先看一看，勾选以后再继续。',
  phoneHint: '11 位手机号',
  code: '验证码',
  getCode: '获取验证码',
  codeAgain: (seconds: number) => `${seconds} 秒后可重发`,
  codeSent: '验证码已发送，5 分钟内有效。',
  demoCode: (code: string) => `演示环境不发短信，验证码是 ${code}`,
  optional: '（选填）',
  keepPage: '保存成网页',
  keepPageHelp: '用手机或电脑打开就能看，也能打印。',
  keepData: '保存成数据文件',
  keepDataHelp: 'JSON 格式，给电脑程序用。',
  kept: {
    saved: '文件存好了',
    copied: '不能直接存文件，内容已复制，可以粘贴到别处',
    cancelled: '没有保存',
    failed: '文件没有存好，请再试一次',
  },
  less: '减少',
  plus: '增加',
}

/** Words of somebody that stand in a timeline and may go. */
export const timelineWords = {
  eraseTitle: '删去这句话',
  eraseHelp:
    '里面写了别人的姓名、电话或病情，才要删去。删去以后谁都看不到，也不能恢复；谁在什么时候删的，会留在进度里。',
  erase: '确认删去',
  erased: '已删去',
}
