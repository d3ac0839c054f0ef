export const calendarText = {
  add: '加到日历',
  subscribe: '订阅日历',
  takeOut: '日历里也取消',
  added: '已加到日历',
  refused: '没有加上，请允许使用日历',
}
