/** What hangs at the door of a room. */
export const doorText = {
  title: '门口的签到码',
  picture: (room: string) => `${room}的签到码`,
  words: '到了扫一下，签到',
  small: '用手机相机或微信扫。开始前 15 分钟可以签到。',
  print: '打印',
  renew: '换一个新码',
  renewed: '已换成新码，请打印后贴上，旧的撕掉',
  sure: {
    title: '换一个新码？',
    lines: ['换了以后，门口贴着的旧码马上不能用。'],
    yes: '换新码',
    no: '先不换',
  },
  row: '门口的签到码',
  rowHelp: '打印出来贴在门口，居民到了扫一下',
}
