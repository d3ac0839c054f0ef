export const notFoundText = {
  title: '没有这个页面',
  help: '地址可能不完整，或者这一页已经不在了。请从首页重新打开。',
  home: '回首页',
}
