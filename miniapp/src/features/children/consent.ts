import { consentVersion } from '@linli/contracts/children'

/** Version 1 promised a way on paper, which is not the app's to promise. Whoever agreed to it reads it as it was. */
const onlyInFirst = '可以到社区用纸质材料办理，名额和排队的规则一样。'
const onlyInSecond = '有别的办法没有，可以打电话或到社区当面问。'

/**
 * The words of consent version 2, and what was said otherwise in version 1. A guardian decides about exactly these words,
 * so they are never edited: other words are another version.
 */
export const consentWords = {
  version: consentVersion satisfies 2,
  title: '儿童信息使用说明',
  intro: '孩子不满 14 周岁，要先得到您这位监护人的单独同意，才能使用孩子的信息。请看完再决定，不同意也可以。',
  parts: [
    {
      head: '记下什么',
      lines: [
        '孩子的称呼、姓名、出生日期和年级。',
        '紧急联系人，以及您允许来接孩子的人。',
        '您愿意填的：过敏、用药，能加分的家庭情况。',
        '托管期间的点名、接走和意外情况记录。',
        '不收身份证号、人脸、照片和位置。',
      ],
    },
    {
      head: '用来做什么',
      lines: [
        '核对年龄和年级，按公布的规则排名额。',
        '托管时照看孩子，有事时马上联系您。',
        '放学时把孩子交到对的人手里。',
        '不作别的用途，不提供给商业机构。',
      ],
    },
    {
      head: '谁看得到',
      lines: [
        '当天当班的托管老师：当天孩子的姓名、健康信息和可接孩子的人。',
        '经办的社区工作人员：核验材料时看姓名、出生日期和家庭情况。',
        '每看一次都留下记录，您在“谁看过孩子的信息”里看得到。',
      ],
    },
    {
      head: '保存多久',
      lines: [
        '健康信息：托管结束后 30 天删除。',
        '其余信息：两年不用后删除。',
        '都加密保存。删除后只留一条不含内容的删除证明。',
      ],
    },
    {
      head: '您的权利',
      lines: [
        '随时可以查看、修改、导出、删除，也可以撤回同意。',
        '在“我的孩子”里自己办，或到社区、打电话办。',
      ],
    },
    {
      head: '不同意会怎样',
      lines: ['不能在手机上给孩子报名托管。', onlyInSecond, '您自己订场地、办别的事，都不受影响。'],
    },
  ],
  agree: '同意',
  refuse: '不同意',
} as const

/** The words of a version that somebody has decided about. */
export const consentPartsOf = (version: number) =>
  consentWords.parts.map(({ head, lines }) => ({
    head,
    lines: (lines as readonly string[]).map((line) =>
      version === 1 && line === onlyInSecond ? onlyInFirst : line,
    ),
  }))
