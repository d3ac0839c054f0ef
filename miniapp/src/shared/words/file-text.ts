/** What is said of pictures that are handed in. */
export const fileText = {
  add: { picture: '拍照或选照片', document: '从聊天里选 PDF', either: '拍照、选照片或 PDF' },
  help: (most: number) =>
    `照片（JPG、PNG、WebP）或 PDF，最多 ${most} 份。位置和作者信息会自动去掉，不保留文件名。`,
  tooLarge: '文件太大了，照片最多 12 MB，PDF 最多 20 MB。请拍照或截屏再传。',
  name: (n: number) => `图 ${n}`,
  pages: (n: number) => `${n} 页`,
  page: (n: number, all: number) => `第 ${n} 页，共 ${all} 页`,
  sending: (percent: number) => (percent < 100 ? `正在上传 ${percent}%` : '正在处理'),
  retry: '再试一次',
  refused: '没有收下',
  remove: (name: string) => `删掉${name}`,
  removeShort: '删掉',
  look: (name: string) => `看${name}`,
  gone: '有图片已经失效，已从这里去掉，请再添加一次。',
  loading: '正在打开…',
  kept: '传好了，有网络再显示',
  openAgain: (name: string) => `${name}传好了，打开看`,
  makeRoom: '清掉以前没发出去的图片',
  makeRoomHelp: '这台手机上没写完的，图片都留着。',
  madeRoom: (n: number) => `清掉了 ${n} 份`,
  noRoom: '没有可清的了：9 份都在这台手机上没写完的事里。先发送一件，或删掉几份。',
} as const
