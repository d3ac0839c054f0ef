export const tableText = {
  title: '用表格改',
  help: '把场地下载成表格，在电脑上改好、加好，再传上来。先看一遍对不对，有错的地方一处一处说清楚，不会只存一半。',
  computer: '请用电脑的浏览器打开这里。',
  where: '哪个社区',
  give: '下载表格',
  take: '上传表格',
  reading: '正在看表格',
  found: (rows: number, added: number, changed: number) =>
    `读了 ${rows} 行：新加 ${added} 间，改 ${changed} 间。`,
  none: '和现在的一样，没有要改的。',
  faults: (n: number) => `有 ${n} 处要改，改好再传。现在什么都没有存。`,
  fault: (line: number, column: string, words: string) => `第 ${line} 行“${column}”：${words}`,
  more: (n: number) => `还有 ${n} 处没有列出。`,
  write: '导入',
  written: '已导入',
}
