/** What a roster's lines say, and what is wrong with each: pure. */
import { personName } from '@linli/contracts/common'
import { mobilePhone, plainPhone } from '@linli/contracts/phone'
import type { LineFault, LineNote } from '@linli/contracts/roster-imports'
import type { Skill } from '@linli/contracts/volunteer-case'
import { skillWord } from '@linli/contracts/volunteer-words'
import { nameForm } from '../../platform/name-form'
import { type Cell, type Line, Unreadable } from '../../platform/sheets/unreadable'

const heads = {
  name: ['姓名', '志愿者姓名', '真实姓名', '名字'],
  phone: ['手机号', '手机号码', '手机', '联系电话', '移动电话', '电话', '联系方式'],
  skills: ['技能', '能做的事', '服务技能', '专业技能', '特长', '服务类别', '服务意向'],
  team: ['队伍', '志愿队伍', '所在队伍', '志愿团体', '团体名称', '所属组织', '服务组织'],
  paper: ['身份证号', '身份证号码', '身份证', '证件号', '证件号码'],
} as const
type Column = keyof typeof heads
export type Columns = Partial<Record<Column, number>>

/** No head, skill or team is called by more: what is longer is not compared. */
const longest = 60

const bare = (text: string): string => /^[^\s*＊:：（(]*/u.exec(text)?.[0] ?? ''

/** How far down the head of a table stands: above it are titles. */
const headWithin = 10

/** @throws Unreadable head_missing, name_column_missing, phone_column_missing, column_twice */
export function headOf(lines: readonly Line[]): { columns: Columns; rest: readonly Line[] } {
  for (const [n, line] of lines.slice(0, headWithin).entries()) {
    const found = [...line.cells].flatMap(([at, { text }]) => {
      const column = (Object.keys(heads) as Column[]).find((key) =>
        (heads[key] as readonly string[]).includes(bare(text)),
      )
      return column === undefined ? [] : [{ column, at }]
    })
    if (found.length < 2 && !found.some(({ column }) => column === 'name' || column === 'phone')) continue
    const columns: Columns = {}
    for (const { column, at } of found) {
      if (columns[column] !== undefined) throw new Unreadable('column_twice')
      columns[column] = at
    }
    if (columns.name === undefined) throw new Unreadable('name_column_missing')
    if (columns.phone === undefined) throw new Unreadable('phone_column_missing')
    return { columns, rest: lines.slice(n + 1) }
  }
  throw new Unreadable('head_missing')
}

export interface RosterLine {
  line: number
  name: string
  phone: string
  skills: Skill[]
  team: string | null
}

export interface ReadLine {
  line: number
  faults: LineFault[]
  notes: LineNote[]
  /** Where nothing is wrong. */
  good: RosterLine | undefined
}

function nameOf(cell: Cell | undefined): { value: string; fault?: LineFault } {
  if (!cell) return { value: '', fault: 'name_missing' }
  if (cell.kind === 'formula') return { value: '', fault: 'name_formula' }
  if (cell.kind === 'error') return { value: '', fault: 'name_error' }
  const parsed = personName.safeParse(cell.text)
  if (parsed.success) return { value: parsed.data }
  return { value: '', fault: Array.from(cell.text).length > 60 ? 'name_long' : 'name_no_name' }
}

function phoneOf(cell: Cell | undefined): { value: string; fault?: LineFault } {
  if (!cell) return { value: '', fault: 'phone_missing' }
  if (cell.kind === 'formula') return { value: '', fault: 'phone_formula' }
  if (cell.kind === 'error') return { value: '', fault: 'phone_error' }
  const parsed = mobilePhone.safeParse(cell.text.replace(/\.0+$/, ''))
  return parsed.success ? { value: parsed.data } : { value: '', fault: phoneFault(cell.text) }
}

/** As exactly as it can be said: whoever reads it looks for it in a long sheet. */
function phoneFault(text: string): LineFault {
  if (/^\d(?:\.\d+)?e\+?\d+$/i.test(text)) return 'phone_scientific'
  if (/^0\d{2,3}-/.test(plainPhone(text))) return 'phone_landline'
  if (/\p{L}/u.test(text)) return 'phone_letters'
  const digits = text.replace(/\D/g, '')
  if (digits.length < 11) return 'phone_short'
  return digits.length > 11 ? 'phone_long' : 'phone_wrong'
}

const skillOf = new Map(Object.entries(skillWord).map(([skill, word]) => [word, skill as Skill]))
const also: readonly (readonly [RegExp, Skill])[] = [
  [/急救|救护/, 'first_aid'],
  [/辅导|家教|教学/, 'tutoring'],
  [/陪.*(?:看病|就医)|取药/, 'medical'],
  [/聊天|陪伴|陪护|心理/, 'company'],
  [/打扫|保洁|清洁|洗衣/, 'cleaning'],
  [/送饭|做饭|送餐|帮厨/, 'meal'],
  [/修|电工|水电/, 'repair'],
  [/手机|电脑|智能/, 'digital'],
  [/搬|出行|出门/, 'mobility'],
  [/活动|秩序|宣传|文艺/, 'event'],
]

function skillsOf(cell: Cell | undefined): { skills: Skill[]; notes: LineNote[] } {
  if (!cell) return { skills: [], notes: [] }
  if (cell.kind === 'formula') return { skills: [], notes: ['skill_formula'] }
  if (cell.kind === 'error') return { skills: [], notes: ['skill_error'] }
  const words = cell.text.split(/[、，,;；/|\s]+/).filter(Boolean)
  const found = words.map((word) =>
    word.length > longest ? undefined : (skillOf.get(word) ?? also.find(([shape]) => shape.test(word))?.[1]),
  )
  const skills = [...new Set(found.flatMap((one) => one ?? []))]
  return { skills, notes: found.includes(undefined) ? ['skill_unknown'] : [] }
}

function teamOf(
  cell: Cell | undefined,
  known: ReadonlySet<string>,
): { team: string | null; notes: LineNote[] } {
  if (!cell) return { team: null, notes: [] }
  if (cell.kind === 'formula') return { team: null, notes: ['team_formula'] }
  if (cell.kind === 'error') return { team: null, notes: ['team_error'] }
  const team = cell.text.length > longest ? '' : nameForm(cell.text)
  return known.has(team) ? { team, notes: [] } : { team: null, notes: ['team_unknown'] }
}

/** @param teams the names of teams there, as names are compared */
export function readLine({ number, cells }: Line, columns: Columns, teams: ReadonlySet<string>): ReadLine {
  const at = (column: Column) => {
    const place = columns[column]
    return place === undefined ? undefined : cells.get(place)
  }
  const [name, phone] = [nameOf(at('name')), phoneOf(at('phone'))]
  const [skills, team] = [skillsOf(at('skills')), teamOf(at('team'), teams)]
  const faults = [...(name.fault ? [name.fault] : []), ...(phone.fault ? [phone.fault] : [])]
  return {
    line: number,
    faults,
    notes: [...skills.notes, ...team.notes, ...(at('paper') ? (['paper_number_left_out'] as const) : [])],
    good:
      faults.length > 0
        ? undefined
        : { line: number, name: name.value, phone: phone.value, skills: skills.skills, team: team.team },
  }
}

/** Of one number the first line stands; of names that are alike with two numbers both are looked at. */
export function comparedWith(read: readonly ReadLine[]): ReadLine[] {
  const phones = new Set<string>()
  const forms = new Map(read.flatMap(({ good }) => (good ? [[good, nameForm(good.name)] as const] : [])))
  const numbers = new Map<string, Set<string>>()
  for (const [{ phone }, form] of forms) numbers.set(form, (numbers.get(form) ?? new Set()).add(phone))
  return read.map((one) => {
    if (!one.good) return one
    const { phone } = one.good
    if (phones.has(phone)) return { ...one, faults: [...one.faults, 'phone_twice' as const], good: undefined }
    phones.add(phone)
    const alike = (numbers.get(forms.get(one.good) ?? '')?.size ?? 0) > 1
    return alike ? { ...one, notes: [...one.notes, 'name_alike' as const] } : one
  })
}
