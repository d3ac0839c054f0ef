/**
 * A page by itself, to keep, read and print: large plain type, every value escaped, no script, nothing from outside. It is
 * opened from a phone's files, so it forbids itself whatever it does not need.
 */

export interface Section {
  title: string
  /** One sentence below the title. */
  help?: string
  /** Each row is a list of what it says and how that is called; an empty section says so. */
  rows: readonly (readonly [label: string, value: string])[][]
}

export interface Page {
  title: string
  /** Sentences before everything else. */
  intro: readonly string[]
  sections: readonly Section[]
}

const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Characters that no page may hold, or that turn the direction of what follows, are not shown. */
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

export const escaped = (text: string): string =>
  text.replace(unprintable, '').replace(/[&<>"']/g, (sign) => entities[sign] ?? '')

const style = `
*{box-sizing:border-box}
body{margin:0 auto;padding:24px 16px;max-width:760px;background:#fff;color:#1b1f1e;
font:20px/1.6 -apple-system,"PingFang SC","Hiragino Sans GB","Microsoft YaHei","Noto Sans CJK SC",sans-serif;
overflow-wrap:anywhere}
h1{font-size:30px;line-height:1.3;margin:0 0 12px}
h2{font-size:24px;line-height:1.3;margin:36px 0 8px;padding-top:12px;border-top:2px solid #0e5e4e}
p{margin:0 0 8px}
.none{color:#4a5451}
dl{margin:0 0 16px;padding:12px 16px;border:1px solid #4a5451;border-radius:8px;break-inside:avoid}
dt{color:#4a5451;font-size:18px}
dd{margin:0 0 6px;white-space:pre-wrap}
dd:last-child{margin-bottom:0}
@media print{body{padding:0;max-width:none;font-size:14pt}h1{font-size:20pt}h2{font-size:16pt;break-after:avoid}
dt{font-size:12pt}}`

const row = (pairs: readonly (readonly [string, string])[]): string =>
  `<dl>${pairs.map(([label, value]) => `<dt>${escaped(label)}</dt><dd><bdi>${escaped(value)}</bdi></dd>`).join('')}</dl>`

const section = ({ title, help, rows }: Section): string =>
  [
    `<section><h2>${escaped(title)}</h2>`,
    help === undefined ? '' : `<p>${escaped(help)}</p>`,
    rows.length === 0 ? '<p class="none">没有</p>' : rows.map(row).join('\n'),
    '</section>',
  ].join('')

export const pageOfDocument = ({ title, intro, sections }: Page): string =>
  [
    '<!doctype html>',
    '<html lang="zh-CN"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title><style>${style}</style></head><body>`,
    `<h1>${escaped(title)}</h1>`,
    ...intro.map((sentence) => `<p>${escaped(sentence)}</p>`),
    ...sections.map(section),
    '</body></html>',
  ].join('\n')

const pad = (n: number): string => String(n).padStart(2, '0')

/** An instant as people say it, in Shanghai: 2026年11月23日 10:12. */
export function momentIn(at: Date | string): string {
  const local = new Date(new Date(at).getTime() + 8 * 3_600_000)
  const day = `${local.getUTCFullYear()}年${local.getUTCMonth() + 1}月${local.getUTCDate()}日`
  return `${day} ${pad(local.getUTCHours())}:${pad(local.getUTCMinutes())}`
}

/** A calendar day: 2026年11月23日. */
export const dayIn = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

export type Words = Readonly<Record<string, string>>

/** How a field is called, and how its value is said: its own words, or by what it is. */
export type Said = string | readonly [label: string, words: Words | Saying]
type Fields = Readonly<Record<string, unknown>>
/** @param record the whole of it, where a code means something else in another */
export type Saying = (value: unknown, record: Fields) => string

const isDay = (text: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(text)
const isInstant = (text: string): boolean => /^\d{4}-\d{2}-\d{2}T[\d:.]+(Z|[+-]\d{2}:\d{2})$/.test(text)

function plain(value: unknown): string {
  if (value instanceof Date) return momentIn(value)
  if (typeof value === 'boolean') return value ? '是' : '否'
  if (Array.isArray(value)) return value.map(plain).join('、')
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  if (isDay(text)) return dayIn(text)
  return isInstant(text) ? momentIn(text) : text
}

function said(value: unknown, words: Words | Saying | undefined, record: Fields): string {
  if (words === undefined) return plain(value)
  if (typeof words === 'function') return words(value, record)
  return (Array.isArray(value) ? value : [value]).map((one) => words[String(one)] ?? String(one)).join('、')
}

/** The fields of a record that have something to say, in the order of their labels. */
export const pairsOf = (record: Fields, labels: Readonly<Record<string, Said>>): [string, string][] =>
  Object.entries(labels).flatMap(([field, label]) => {
    const value = record[field]
    if (value === null || value === undefined || value === '') return []
    const [name, words] = typeof label === 'string' ? [label, undefined] : label
    return [[name, said(value, words, record)]]
  })
