/** Words of mini-programs alone. */
export const wechatText = {
  wechatPrivacy: '微信的隐私保护提示',
  wechatPrivacyHelp:
    '接下来用到的功能受微信保护，例如登录、复制到剪贴板。先看一看再决定；不同意也能用别的功能。',
  wechatPrivacyRead: '看微信里的隐私保护指引',
  wechatPrivacyYes: '同意',
  wechatPrivacyNo: '不同意',
}
