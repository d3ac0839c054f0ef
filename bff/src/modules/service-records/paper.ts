/** A record of service on A4: who, what, how much, and who says so with the number by which anybody can look. */
import type { TaskKind } from '@linli/contracts/tasks'
import { halvesWords, taskKindWord } from '@linli/contracts/task-words'
import PDFDocument from 'pdfkit'
import qrcode from 'qrcode'
import { fontFor, mark, printable } from '../../platform/print-font'
import { dayOf } from '../../platform/shanghai'

export interface Paper {
  number: string
  code: string
  /** In clear, for whose record it is. */
  name: string
  /** Of the registration as a volunteer. */
  registration: string | null
  fromDay: string
  toDay: string
  halves: number
  items: readonly { on: string; kind: TaskKind; title: string; communityName: string; halves: number }[]
  /** The community, and whoever runs the service. */
  issuer: string
  operator: string | null
  issuedAt: Date
  /** Address of the page on which anybody can look. */
  verifyAt: string
}

const title = '志愿服务记录证明'
const head = ['日期', '服务内容', '活动', '社区', '时长']
const widths = [78, 84, 178, 90, 65]
const margin = 50
const [pageWidth, pageBottom] = [595.28, 841.89 - margin - 24]

const dayWords = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const factsOf = (paper: Paper): readonly (readonly [string, string])[] => [
  ['姓名', paper.name],
  ...(paper.registration === null ? [] : [['志愿者登记编号', paper.registration] as const]),
  ['服务时间', `${dayWords(paper.fromDay)} 至 ${dayWords(paper.toDay)}`],
  ['服务次数', `${paper.items.length} 次`],
  ['服务时长合计', halvesWords(paper.halves)],
]

const rowsOf = ({ items }: Paper): readonly (readonly string[])[] =>
  items.map(({ on, kind, title: name, communityName, halves }) => [
    on,
    taskKindWord[kind],
    name,
    communityName,
    halvesWords(halves),
  ])

const endOf = (paper: Paper): readonly string[] => [
  `出具单位：${paper.issuer}${paper.operator === null ? '' : `（${paper.operator}）`}`,
  `出具日期：${dayWords(dayOf(paper.issuedAt))}`,
  `证明编号：${paper.number}`,
  `查验码：${paper.code}`,
  `查验：扫右边的码，或打开 ${paper.verifyAt}，只显示有效或无效。`,
  '时长由任务所在社区逐次确认。本证明免费开具；时长更正后即失效，以查验结果为准。',
]

const signWords = (sign: string): string =>
  [...sign]
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')

/** Of the name each sign is told by its number: who it is stays beyond doubt. */
const markWords = (ofName: readonly string[]): string =>
  `${mark} 是印不出的字${ofName.length > 0 ? `，姓名里的依次是 ${ofName.map(signWords).join('、')}` : ''}。`

/** With a mark for whatever the font lacks, and a line that says so: nothing that somebody wrote keeps a paper from anybody. */
async function printed(paper: Paper) {
  const all: string[] = []
  const set = async (text: string): Promise<string> => {
    const { text: known, lacking } = await printable(text, [400])
    all.push(...lacking)
    return known
  }
  const name = await printable(paper.name, [400])
  all.push(...name.lacking)
  const facts = factsOf({ ...paper, name: name.text })
  const rows: string[][] = []
  for (const cells of rowsOf(paper)) rows.push(await Promise.all(cells.map(set)))
  const end = await Promise.all(endOf(paper).map(set))
  return { facts, rows, end: all.length > 0 ? [...end, markWords(name.lacking)] : end }
}

export async function recordPaper(paper: Paper): Promise<Buffer> {
  const { facts, rows, end } = await printed(paper)
  const text = [...facts.flat(), ...rows.flat(), ...end, `${paper.number}第页，共0123456789 `].join('')
  const doc = new PDFDocument({
    size: 'A4',
    margin,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `${title} ${paper.number}`, CreationDate: paper.issuedAt },
  })
  doc.registerFont('text', await fontFor(text, 400))
  doc.registerFont('strong', await fontFor([title, ...head, ...facts.map(([name]) => name)].join(''), 700))
  doc.font('strong').fontSize(22).text(title, { align: 'center' })
  doc.moveDown(0.8)
  for (const [name, value] of facts) fact(doc, name, value)
  doc.moveDown(0.6)
  row(doc, head, 'strong')
  for (const cells of rows) row(doc, cells, 'text')
  foot(doc, end, await modulesOf(`${paper.verifyAt}?number=${paper.number}&code=${paper.code}`))
  numberPages(doc, paper.number)
  return finished(doc)
}

type Doc = InstanceType<typeof PDFDocument>

function fact(doc: Doc, name: string, value: string): void {
  const y = doc.y
  doc.font('strong').fontSize(11).text(name, margin, y, { width: 100 })
  doc.font('text').text(value, margin + 105, y, { width: pageWidth - 2 * margin - 105 })
  doc.y += 3
}

/** Never across two pages; the head stands on each. */
function row(doc: Doc, cells: readonly string[], font: 'text' | 'strong'): void {
  doc.font(font).fontSize(10)
  const heights = cells.map((cell, n) => doc.heightOfString(cell, { width: (widths[n] ?? 0) - 8 }))
  const height = Math.max(...heights) + 7
  if (doc.y + height > pageBottom) {
    doc.addPage()
    row(doc, head, 'strong')
    doc.font(font)
  }
  const y = doc.y
  let x = margin
  cells.forEach((cell, n) => {
    doc.text(cell, x + 4, y + 3, { width: (widths[n] ?? 0) - 8 })
    x += widths[n] ?? 0
  })
  doc
    .lineWidth(0.5)
    .moveTo(margin, y + height)
    .lineTo(x, y + height)
    .stroke('#999999')
  doc.x = margin
  doc.y = y + height
}

interface Modules {
  size: number
  isDark(row: number, column: number): boolean
}

const modulesOf = (address: string): Promise<Modules> =>
  Promise.resolve(qrcode.create(address, { errorCorrectionLevel: 'M' }).modules).then(({ size, data }) => ({
    size,
    isDark: (y, x) => data[y * size + x] === 1,
  }))

const qrSide = 104

function foot(doc: Doc, lines: readonly string[], code: Modules): void {
  if (doc.y + qrSide + 40 > pageBottom) doc.addPage()
  const top = doc.y + 20
  const cell = qrSide / code.size
  const left = pageWidth - margin - qrSide
  for (let y = 0; y < code.size; y++)
    for (let x = 0; x < code.size; x++)
      if (code.isDark(y, x)) doc.rect(left + x * cell, top + y * cell, cell, cell)
  doc.fill('#000000')
  doc.font('text').fontSize(10)
  doc.y = top
  for (const line of lines) doc.text(line, margin, doc.y, { width: left - margin - 16, paragraphGap: 3 })
}

function numberPages(doc: Doc, number: string): void {
  const { count } = doc.bufferedPageRange()
  for (let n = 0; n < count; n++) {
    doc.switchToPage(n)
    doc.page.margins.bottom = 0
    doc.font('text').fontSize(9).fill('#666666')
    doc.text(`${number}   第 ${n + 1} 页，共 ${count} 页`, margin, 841.89 - margin, { lineBreak: false })
  }
}

const finished = (doc: Doc): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const parts: Buffer[] = []
    doc.on('data', (part: Buffer) => parts.push(part))
    doc.on('end', () => resolve(Buffer.concat(parts)))
    doc.on('error', reject)
    doc.end()
  })
