/** The columns of a table of rooms: how a room is said in cells, and how cells are read; pure. */
import { equipmentWord, roomKindWord } from '@linli/contracts/room-words'
import { purposeWord } from '@linli/contracts/words'
import { openingsOf, openingsSaid, seasonsOf, seasonsSaid } from './hours'
import { NotReadable } from './not-readable'

interface Column {
  head: string
  say: (value: never) => string | number
  read: (text: string) => unknown
}

const words = { say: (value: string | null) => value ?? '', read: (text: string) => text }
const number = {
  say: (value: number) => value,
  read(text: string) {
    const plain = text.replace(/\.0+$/, '')
    if (!/^-?\d{1,9}$/.test(plain)) throw new NotReadable('请写整数')
    return Number(plain)
  },
}

function one<T extends string | boolean>(names: readonly (readonly [T, string])[]) {
  return {
    say: (value: T) => names.find(([key]) => key === value)?.[1] ?? '',
    read(text: string): T {
      const found = names.find(([, word]) => word === text)
      if (!found) throw new NotReadable(`请从这些里选一个：${names.map(([, word]) => word).join('、')}`)
      return found[0]
    },
  }
}

const pairs = <T extends string>(of: Record<T, string>) => Object.entries(of) as [T, string][]

function several<T extends string>(of: Record<T, string>) {
  const single = one(pairs(of))
  return {
    say: (list: readonly T[]) => list.map(single.say).join('、'),
    read: (text: string) =>
      text
        .split(/[、，,;；\s]+/)
        .filter(Boolean)
        .map(single.read),
  }
}

/** By the field of a plan; what may be empty is null there. */
export const columns = {
  name: { head: '名称', ...words },
  kind: { head: '种类', ...one(pairs(roomKindWord)) },
  floor: { head: '楼层', ...words },
  door: { head: '哪扇门', ...words },
  price: { head: '费用', ...words },
  rules: { head: '使用要求', ...words },
  bring: { head: '要自己带什么', ...words },
  capacity: { head: '最多几个人', ...number },
  areaSquareMetres: { head: '面积', ...number },
  stepFree: {
    head: '轮椅能进来',
    ...one([
      [true, '能'],
      [false, '不能'],
    ] as const),
  },
  equipment: { head: '设备', ...several(equipmentWord) },
  purposes: { head: '用途', ...several(purposeWord) },
  openings: { head: '开放时间', say: openingsSaid, read: openingsOf },
  seasons: { head: '季节', say: seasonsSaid, read: seasonsOf },
  slotMinutes: { head: '一格几分钟', ...number },
  minMinutes: { head: '最短几分钟', ...number },
  maxMinutes: { head: '最长几分钟', ...number },
  noticeMinutes: { head: '提前几分钟', ...number },
  horizonDays: { head: '提前几天', ...number },
  bufferMinutes: { head: '打扫几分钟', ...number },
  approval: {
    head: '谁来确认',
    ...one([
      ['automatic', '不用确认'],
      ['staff', '工作人员确认'],
    ] as const),
  },
} satisfies Record<string, Column>
export type Field = keyof typeof columns
export const fields = Object.keys(columns) as Field[]

/** What nothing written means: not said, none, or a fault. */
export const whenEmpty: Partial<Record<Field, unknown>> = {
  floor: null,
  door: null,
  price: null,
  rules: null,
  bring: null,
  equipment: [],
  openings: [],
  seasons: [],
}

export const placeHeads = { id: '编号（新的不写）', version: '版本（不要改）', facility: '场所' } as const
