/**
 * The promise: a text is words. What a deployment writes is read as headings, lists and paragraphs, and nothing in it is
 * ever mark-up that a page would follow.
 */
import type { TextBlock } from '@linli/contracts/agreements'
import type { Operator } from '../../config'

const heading = /^#{1,3}\s+(.*)$/
const item = /^[-*]\s+(.*)$/

/** `# ` begins a heading, `- ` an item of a list, a blank line ends a paragraph; everything else is words. */
export function blocksOf(body: string): TextBlock[] {
  const blocks: TextBlock[] = []
  let open = false
  for (const line of body.split(/\r\n|\r|\n/).map((one) => one.trim())) {
    const [head, point] = [heading.exec(line)?.[1], item.exec(line)?.[1]]
    const last = blocks.at(-1)
    if (line === '') open = false
    else if (head !== undefined) blocks.push({ kind: 'heading', text: head })
    else if (point !== undefined) {
      if (open && last?.kind === 'list') last.items.push(point)
      else blocks.push({ kind: 'list', items: [point] })
    } else if (open && last?.kind === 'paragraph') last.text += line
    else blocks.push({ kind: 'paragraph', text: line })
    if (line !== '') open = head === undefined
  }
  return blocks
}

/** What a text calls by its role, by the name that this deployment has. */
export function filledIn(body: string, { name, contact, registration }: Operator): string {
  const words: Record<string, string> = {
    运营单位: name ?? '演示服务器（没有运营单位）',
    联系方式: contact ?? '演示服务器没有联系方式',
    备案号: registration ?? '无',
  }
  return body.replace(/\{(运营单位|联系方式|备案号)\}/g, (_, role: string) => words[role] ?? '')
}

export interface Written {
  title: string
  version: number
  effectiveAt: Date
  body: string
}

const shanghai = '+08:00'

/**
 * A file of a deployment: `title:`, `version:` and `effective:` (a day in Shanghai), then a blank line, then the text.
 * @throws Error that says what is missing
 */
export function readWritten(file: string): Written {
  const [head = '', ...rest] = file.replace(/^\uFEFF/, '').split(/\r?\n[ \t]*\r?\n/)
  const said = (name: string): string => {
    const value = new RegExp(`^${name}:[ \\t]*(\\S.*)$`, 'm').exec(head)?.[1]?.trim()
    if (!value) throw new Error(`its head does not say "${name}:"`)
    return value
  }
  const [title, number, day] = [said('title'), said('version'), said('effective')]
  const version = /^[1-9]\d{0,5}$/.test(number) ? Number(number) : undefined
  if (!version) throw new Error('"version:" is a number from 1')
  const effectiveAt = new Date(`${day}T00:00:00${shanghai}`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(effectiveAt.getTime()))
    throw new Error('"effective:" is a day, as 2026-12-01')
  const body = rest.join('\n\n').trim()
  if (body === '') throw new Error('it has no text')
  return { title, version, effectiveAt, body }
}
