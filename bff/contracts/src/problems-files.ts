/** Refusals of what people hand in. */
export const fileProblems = {
  file_kind_refused: { status: 422, title: '只能传照片（JPG、PNG、WebP）或 PDF。请拍照，或换一个文件。' },
  file_heic: { status: 422, title: '这种照片（HEIC）还打不开。请先截屏，再传截屏的图片。' },
  file_too_large: { status: 413, title: '文件太大了，照片最多 12 MB，PDF 最多 20 MB。请拍照或截屏再传。' },
  file_unreadable: { status: 422, title: '这个文件打不开，可能坏了。请重新拍照，或换一个文件。' },
  file_locked: { status: 422, title: '这个 PDF 有密码，打不开。请去掉密码，或拍照再传。' },
  file_pages_many: { status: 422, title: '这个 PDF 超过 20 页。请分成几份，或只传要紧的几页。' },
  file_too_complex: { status: 422, title: '这个文件太复杂，处理不了。请拍照或截屏再传。' },
  file_infected: { status: 422, title: '这个文件可能有病毒，没有收下。请拍照或截屏再传。' },
  file_attached: { status: 409, title: '这张图片已经提交，不能再改。' },
  file_gone: { status: 409, title: '有图片已经失效，请删掉它，再添加一次。' },
  files_many: { status: 409, title: '没提交的图片已有 9 份。请先提交，或删掉几份再传。' },
  files_today: { status: 429, title: '今天传的图片已经很多了，请明天再传，或打电话给社区。' },
  room_table_unreadable: { status: 422, title: '这张表读不了。请用“下载表格”得到的表，改好再传。' },
  room_photos_many: { status: 409, title: '一个场地最多 6 张照片。请先删掉一张，再加新的。' },
  files_away: { status: 503, title: '图片现在存取不了，请过一会儿再试。已经传好的不会丢。' },
} as const satisfies Record<string, { status: number; title: string }>
