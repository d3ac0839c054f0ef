/** An empty roster: what is read of one, with an example of how it is written. */
import { skillWord } from '@linli/contracts/volunteer-words'
import writeXlsx from 'write-excel-file/node'

const heads = ['姓名', '手机号', '能做的事', '队伍']

export async function rosterTemplate(): Promise<{ fileName: string; base64: string }> {
  const help = `能做的事写：${Object.values(skillWord).join('、')}。可以写几样，用顿号隔开。`
  const file = await writeXlsx(
    [[{ value: help }], heads.map((value) => ({ value, fontWeight: 'bold' as const }))],
    { columns: heads.map(() => ({ width: 20 })) },
  ).toBuffer()
  return { fileName: '志愿者名册模板.xlsx', base64: file.toString('base64') }
}
